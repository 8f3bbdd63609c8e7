package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order with its history. {@code GET /api/v1/orchestrator/orders/{id}}.
 *
 * @param orderId order
 * @param clientOrderId key the broker knows it by
 * @param decisionId decision it came from; absent for a protective stop
 * @param parentOrderId order it protects; absent for an entry
 * @param replacesOrderId order it was put in the place of; absent for any other
 * @param accountId account
 * @param symbol instrument
 * @param side BUY or SELL
 * @param type market, limit, stop or stop limit
 * @param lots wanted
 * @param filledLots filled so far
 * @param averageFillPrice mean price of the fills; absent without a fill
 * @param limitPrice of a limit or stop limit order
 * @param stopPrice trigger of a stop or stop limit order; of a trailing one where it has followed to
 * @param timeInForce how long it is wanted
 * @param stopLossPrice protective stop to place once filled
 * @param takeProfitPrice profit target to place once filled
 * @param trailingStopPips distance at which its stop, or the protective stop to place, follows the price
 * @param expiresAt when what is unfilled ends; absent: it stays until cancelled
 * @param reduceOnly whether it may only reduce a position
 * @param status where it stands
 * @param reason why it ended without a full fill; absent otherwise
 * @param broker such as {@code paper}
 * @param label PAPER or LIVE
 * @param history every state with its time
 * @param createdAt when
 * @param updatedAt when its state changed last
 * @param warnings what a trader should know of the request that this answers; absent when there is nothing
 */
public record Order(
        UUID orderId,
        String clientOrderId,
        @Nullable UUID decisionId,
        @Nullable UUID parentOrderId,
        @Nullable UUID replacesOrderId,
        String accountId,
        String symbol,
        Side side,
        OrderType type,
        BigDecimal lots,
        BigDecimal filledLots,
        @Nullable BigDecimal averageFillPrice,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        TimeInForce timeInForce,
        @Nullable BigDecimal stopLossPrice,
        @Nullable BigDecimal takeProfitPrice,
        @Nullable BigDecimal trailingStopPips,
        @Nullable Instant expiresAt,
        boolean reduceOnly,
        OrderStatus status,
        @Nullable Reason reason,
        String broker,
        RunLabel label,
        List<StateChange> history,
        Instant createdAt,
        Instant updatedAt,
        @Nullable List<Reason> warnings) {

    /**
     * A state the order entered.
     *
     * @param status state
     * @param at when
     */
    public record StateChange(OrderStatus status, Instant at) {}
}
