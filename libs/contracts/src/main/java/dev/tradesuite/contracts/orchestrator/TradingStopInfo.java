package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stop of trading and what became of each order, position and share. {@code GET /api/v1/orchestrator/stops/{id}}
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
 * @param shares shares of portfolios that it sells
 * @param halts what was halted before, and gives way to {@code REDUCE_ONLY} until positions are closed
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
        List<StoppedItem> positions,
        List<StoppedShares> shares,
        List<HaltGivingWay> halts) {

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

    /**
     * What became of shares that a portfolio holds. Those that cannot be sold after a few attempts stay.
     *
     * @param portfolioId portfolio
     * @param marketId market at its venue
     * @param outcome outcome
     * @param shares how many there were when they were first seen
     * @param done whether they are sold
     * @param attempts how often it was tried
     * @param reason why they are not sold; absent when there is nothing to say
     * @param changedAt when it was tried last
     */
    public record StoppedShares(
            long portfolioId,
            String marketId,
            String outcome,
            BigDecimal shares,
            boolean done,
            int attempts,
            @Nullable Reason reason,
            Instant changedAt) {}

    /**
     * Something that was halted before.
     *
     * @param scope what it is
     * @param id account, portfolio, strategy or symbol; {@code all} with scope {@code ALL}
     * @param cause why it was halted
     * @param changedBy who halted it
     * @param changedAt since when it was halted
     * @param haltedAgain whether it is halted again
     */
    public record HaltGivingWay(
            TradingStateScope scope,
            String id,
            String cause,
            String changedBy,
            Instant changedAt,
            boolean haltedAgain) {}
}
