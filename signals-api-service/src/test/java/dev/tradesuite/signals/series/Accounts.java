package dev.tradesuite.signals.series;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.signals.StrategyType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Accounts for tests. */
public final class Accounts {

    /** Bars of five minutes of the euro, live. */
    public static final ModelSeries EURUSD = new ModelSeries(0, "EURUSD", Timeframe.M5);

    private Accounts() {}

    /** An account of 10,000 with its newest point. */
    public static ModelAccount account(int id, String code, Instant firstBar, Instant last, String equity) {
        return new ModelAccount(
                new ModelStrategy(id, code, code, StrategyType.ML),
                new BigDecimal("10000"),
                firstBar,
                1,
                new ModelAccount.ModelOrigin("rule-1", true),
                new ModelAccount.LastEquity(last, new BigDecimal(equity), RunLabel.PAPER),
                null);
    }

    /** The same account with an imported record that goes on until a moment. */
    public static ModelAccount recorded(ModelAccount account, Instant until) {
        return new ModelAccount(
                account.strategy(),
                account.startingCapital(),
                account.firstBar(),
                account.version(),
                account.origin(),
                account.last(),
                until);
    }

    /** These accounts on {@link #EURUSD}. */
    public static ModelSelection selection(ModelAccount... accounts) {
        return new ModelSelection(0, Optional.of("EURUSD"), Optional.of(EURUSD), List.of(accounts));
    }
}
