package dev.tradesuite.risk.exposure;

import dev.tradesuite.risk.check.CorrelationSource;
import dev.tradesuite.risk.check.Proposal;
import dev.tradesuite.risk.check.TradeSubjects;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order that wants room.
 *
 * @param orderId order
 * @param accountId account in the books
 * @param proposal what it trades
 * @param about what else it is about
 * @param window returns for correlations
 * @param replaces the order it takes the place of; absent: none
 */
public record ReserveOrder(
        UUID orderId,
        String accountId,
        Proposal proposal,
        TradeSubjects about,
        CorrelationSource.Window window,
        @Nullable Replaced replaces) {

    /**
     * A working order whose place is taken.
     *
     * @param orderId order
     * @param filled how much of it is filled, in the unit of its size
     */
    public record Replaced(UUID orderId, BigDecimal filled) {}

    /** An order that takes no other's place. */
    public ReserveOrder(
            UUID orderId, String accountId, Proposal proposal, TradeSubjects about, CorrelationSource.Window window) {
        this(orderId, accountId, proposal, about, window, null);
    }

    /** The same in the place of another. */
    public ReserveOrder replacing(@Nullable Replaced other) {
        return new ReserveOrder(orderId, accountId, proposal, about, window, other);
    }

    /** The order as a reservation knows it; by itself it is the first of its line. */
    public ReservedOrder toReserve() {
        return new ReservedOrder(
                orderId,
                orderId,
                accountId,
                proposal.symbol(),
                proposal.side(),
                proposal.size(),
                about.strategy(),
                about.portfolioId());
    }
}
