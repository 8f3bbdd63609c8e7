package dev.tradesuite.ledger.prediction;

import dev.tradesuite.accounting.prediction.OutcomeTrade;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is only ever added to a portfolio: trades, snapshots, and who changed what. */
public interface PortfolioHistory {

    void add(long portfolioId, List<OutcomeTrade> trades);

    /** Trades, the newest first. */
    List<OutcomeTrade> trades(long portfolioId, int most);

    /** Trades of a cycle that settled positions. */
    List<OutcomeTrade> settlements(long portfolioId, UUID cycleId);

    /** Markets that were sold at a loss, or are legs of a set that risk-service refused, after a moment. */
    List<LossOrRefusal> lossesAndRefusals(long portfolioId, Instant since);

    /**
     * A loss or a refusal.
     *
     * @param marketId market
     * @param at when it was sold or refused
     */
    record LossOrRefusal(String marketId, Instant at) {}

    /** The newest snapshots, the oldest of them first. */
    List<DailySnapshot> snapshots(long portfolioId, int most);

    void add(long portfolioId, SetupChange change);

    /** Whether the portfolio was paused with all others and neither paused for itself nor resumed since. */
    boolean isPausedWithAll(long portfolioId);

    /** Changes, the oldest first. */
    List<SetupChange> changes(long portfolioId, int most);
}
