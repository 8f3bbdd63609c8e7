package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stop of trading and what became of each order and position. {@code GET /api/v1/orchestrator/stops/{id}}
 *
 * @param stopId names the stop
 * @param level how much is stopped
 * @param scope one account, or all
 * @param id account; absent with scope {@code all}
 * @param reason why, in the words of the person
 * @param askedBy who stopped
 * @param askedAt when
 * @param state where it stands
 * @param step what it does, or did last
 * @param waitingFor what it waits for and tries again, or why it failed; absent otherwise
 * @param attempts how often it has waited in a row
 * @param supersededBy the stop that goes on in its place; absent unless superseded
 * @param endedAt when it ended; absent while it runs
 * @param orders orders it cancels
 * @param positions positions it closes
 */
public record TradingStopInfo(
        UUID stopId,
        StopLevel level,
        StopScope scope,
        @Nullable String id,
        String reason,
        String askedBy,
        Instant askedAt,
        StopState state,
        StopStep step,
        @Nullable Reason waitingFor,
        int attempts,
        @Nullable UUID supersededBy,
        @Nullable Instant endedAt,
        List<StoppedItem> orders,
        List<StoppedItem> positions) {

    /**
     * What became of an order or a position.
     *
     * @param accountId account
     * @param symbol instrument
     * @param side of the order, or BUY for a long position; absent while the broker does not say
     * @param lots unfilled lots of the order, or lots of the position when it was first seen; absent while not known
     * @param orderId the order that is cancelled, or the newest one that closes the position; absent before there is
     *     one
     * @param status of that order; absent before there is one
     * @param done whether nothing is left to do
     * @param attempts how often it was tried
     * @param reason why it is not done, or why the order ended as it did; absent when there is nothing to say
     * @param changedAt when it was tried last
     */
    public record StoppedItem(
            String accountId,
            String symbol,
            @Nullable Side side,
            @Nullable BigDecimal lots,
            @Nullable UUID orderId,
            @Nullable OrderStatus status,
            boolean done,
            int attempts,
            @Nullable Reason reason,
            Instant changedAt) {}
}
