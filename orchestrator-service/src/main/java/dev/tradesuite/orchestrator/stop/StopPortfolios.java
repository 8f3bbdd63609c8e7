package dev.tradesuite.orchestrator.stop;

import dev.tradesuite.contracts.market.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Portfolios of prediction markets, as the books keep them. */
public interface StopPortfolios {

    /** Those that a stop is about and that are not archived: all of them, or that of the account. */
    StopAnswer<List<Held>> find(TradingStop.Wish wish);

    /** Shares that a portfolio holds. */
    StopAnswer<List<Shares>> shares(long id);

    /**
     * Pauses a portfolio and sells what it holds, by the same door as its cycles. Repeating it sells what is still
     * there.
     *
     * @return why shares are still there, by market; without those that were sold
     */
    StopAnswer<Map<String, Reason>> sell(long id);

    /**
     * A portfolio.
     *
     * @param id portfolio
     * @param name for people
     * @param positions how many it holds
     * @param worth of these, USD; those that nobody bids for at their cost
     * @param unmarked how many of them nobody bids for
     */
    record Held(long id, String name, int positions, BigDecimal worth, int unmarked) {}

    /**
     * Shares of one outcome.
     *
     * @param marketId market at its venue
     * @param outcome outcome
     * @param count how many
     */
    record Shares(String marketId, String outcome, BigDecimal count) {}
}
