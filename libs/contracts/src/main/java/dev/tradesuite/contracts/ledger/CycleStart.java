package dev.tradesuite.contracts.ledger;

import dev.tradesuite.contracts.strategy.CycleReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a controller needs to know at the beginning of a cycle.
 *
 * @param portfolio the portfolio
 * @param positions its open positions
 * @param report the report of the cycle when it has been completed already; absent otherwise
 * @param orders orders of the cycle so far, taken by a run that broke off; empty when there are none
 * @param resting markets that were sold at a loss, or whose set risk-service refused, in the last 30 days
 */
public record CycleStart(
        Portfolio portfolio,
        List<MarketPosition> positions,
        @Nullable CycleReport report,
        List<PortfolioOrder> orders,
        List<Resting> resting) {

    public CycleStart {
        // A caller may meet an answer without these.
        orders = orders == null ? List.of() : List.copyOf(orders);
        resting = resting == null ? List.of() : List.copyOf(resting);
    }

    /**
     * A market that a strategy may want to leave alone for a while.
     *
     * @param marketId market at its venue
     * @param since when it was sold at a loss, or its set refused
     */
    public record Resting(String marketId, Instant since) {}

    /** A start without a past. */
    public CycleStart(Portfolio portfolio, List<MarketPosition> positions, @Nullable CycleReport report) {
        this(portfolio, positions, report, List.of(), List.of());
    }
}
