package dev.tradesuite.ledger.prediction;

import dev.tradesuite.accounting.prediction.OutcomeTrade;
import dev.tradesuite.contracts.market.Reason;
import java.util.List;

/** Tells the other services, once the transaction it is part of is committed. */
public interface PortfolioEvents {

    /** A portfolio was opened, or its settings or status changed. */
    void changed(ManagedPortfolio portfolio);

    /** Cash or marks changed. */
    void valued(ManagedPortfolio portfolio);

    /** BUYs were filled, and so is what was reserved for them. */
    void filled(ManagedPortfolio portfolio, List<OutcomeOrder> orders);

    void traded(ManagedPortfolio portfolio, List<OutcomeTrade> trades);

    void snapshotTaken(ManagedPortfolio portfolio, DailySnapshot snapshot);

    /** An order came to nothing; what may be held for it is free again. */
    void closed(OutcomeOrder order, Reason why);
}
