package dev.tradesuite.contracts.orchestrator;

import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Change a working order. {@code PATCH /api/v1/orchestrator/orders/{id}}; what is absent stays as it is. The answer is
 * the order that takes its place.
 *
 * @param lots how much is wanted altogether, what is filled already included
 * @param limitPrice of a limit or stop limit order
 * @param stopPrice trigger of a stop or stop limit order
 * @param stopLossPrice protective stop to place once filled
 * @param takeProfitPrice profit target to place once filled
 * @param trailingStopPips distance at which its stop, or the protective stop to place, follows the price
 * @param expiresAt when what is unfilled ends, in the future
 * @param currentPrice price now; absent: the newest that is known
 */
public record ReplaceOrderRequest(
        @Nullable @Positive BigDecimal lots,
        @Nullable @Positive BigDecimal limitPrice,
        @Nullable @Positive BigDecimal stopPrice,
        @Nullable @Positive BigDecimal stopLossPrice,
        @Nullable @Positive BigDecimal takeProfitPrice,
        @Nullable @Positive BigDecimal trailingStopPips,
        @Nullable Instant expiresAt,
        @Nullable @Positive BigDecimal currentPrice) {}
