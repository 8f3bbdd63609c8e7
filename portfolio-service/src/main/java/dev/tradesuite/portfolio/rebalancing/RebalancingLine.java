package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalancingLineState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of an order of a plan.
 *
 * @param number of the order
 * @param orderId at the orchestrator; empty before there is one
 * @param filled lots so far, and their mean price
 * @param reason why it was not filled in full
 */
public record RebalancingLine(
        int number,
        RebalancingLineState state,
        Optional<UUID> orderId,
        Filled filled,
        Optional<Reason> reason,
        Instant updatedAt) {

    /**
     * What was filled.
     *
     * @param averagePrice empty without a fill
     */
    public record Filled(BigDecimal lots, Optional<BigDecimal> averagePrice) {

        public static final Filled NOTHING = new Filled(BigDecimal.ZERO, Optional.empty());
    }

    static RebalancingLine planned(int number, Instant now) {
        return new RebalancingLine(
                number, RebalancingLineState.PLANNED, Optional.empty(), Filled.NOTHING, Optional.empty(), now);
    }

    /** It is about to be sent. */
    RebalancingLine sent(Instant now) {
        return new RebalancingLine(number, RebalancingLineState.SENT, orderId, filled, Optional.empty(), now);
    }

    /** It has come so far. */
    RebalancingLine at(RebalancingLineState next, OrderDesk.Progress progress, Instant now) {
        return new RebalancingLine(
                number, next, Optional.of(progress.orderId()), progress.filled(), progress.reason(), now);
    }

    /** It ended without an order. */
    RebalancingLine ended(RebalancingLineState next, Reason why, Instant now) {
        return new RebalancingLine(number, next, orderId, filled, Optional.of(why), now);
    }

    /** Whether its end is not known yet. */
    boolean isOpen() {
        return state == RebalancingLineState.PLANNED || state == RebalancingLineState.SENT;
    }
}
