package dev.tradesuite.signals.book;

import dev.tradesuite.instruments.Direction;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a bar did to a stored position.
 *
 * @param id of the position
 * @param strategyCode whose it is
 * @param kind what was done
 * @param direction LONG or SHORT
 * @param status {@code open}, {@code closed}, {@code stopped} or {@code liquidated}
 * @param unrealizedPnl 0 when it is closed
 * @param realizedPnl net of fees; absent while it is open
 */
public record PositionChange(
        long id,
        String strategyCode,
        Kind kind,
        Direction direction,
        String status,
        BigDecimal unrealizedPnl,
        @Nullable BigDecimal realizedPnl) {

    /** What was done. */
    public enum Kind {
        OPENED,
        CLOSED,
        /** Valued anew. */
        MODIFIED
    }
}
