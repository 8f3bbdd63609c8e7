package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stop or a target that works at the broker and only reduces a position.
 *
 * @param orderId order
 * @param side SELL protects a long position, BUY a short one
 * @param type stop, limit or stop limit
 * @param lots still to be filled
 * @param limitPrice of a limit or stop limit order
 * @param stopPrice trigger of a stop or stop limit order; of a trailing one where it has followed to
 * @param trailingStopPips distance at which the trigger follows the price; absent: it stays
 */
public record ProtectiveOrder(
        UUID orderId,
        Side side,
        OrderType type,
        BigDecimal lots,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        @Nullable BigDecimal trailingStopPips) {}
