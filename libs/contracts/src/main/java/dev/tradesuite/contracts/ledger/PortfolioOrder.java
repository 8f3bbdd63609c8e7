package dev.tradesuite.contracts.ledger;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper order of a cycle and what became of it.
 *
 * @param orderId order
 * @param portfolioId portfolio
 * @param cycleId cycle
 * @param side BUY or SELL
 * @param marketId market at its venue
 * @param outcome outcome
 * @param status where it stands
 * @param reasons why it was denied or cancelled; empty when it was filled
 * @param shares shares traded; absent unless filled
 * @param price per share; absent unless filled
 * @param createdAt when it was taken
 * @param endedAt when it was filled, denied or cancelled; absent before
 */
public record PortfolioOrder(
        UUID orderId,
        long portfolioId,
        UUID cycleId,
        Side side,
        String marketId,
        String outcome,
        Status status,
        List<Reason> reasons,
        @Nullable BigDecimal shares,
        @Nullable BigDecimal price,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** Where a paper order stands. */
    public enum Status {
        /** Taken; its risk is being reserved. */
        NEW,
        FILLED,
        /** Refused by our own checks. */
        DENIED,
        /** The service stopped before it was filled; nothing was traded. */
        CANCELLED
    }
}
