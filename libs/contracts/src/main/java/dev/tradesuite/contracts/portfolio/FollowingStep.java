package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.instruments.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done about a change of a model's signal. The data of the event {@code strategy.followed} on
 * {@code portfolio.events}, keyed by strategy, once it is known what became of it.
 *
 * @param code of the strategy
 * @param accountId account it trades in
 * @param symbol instrument
 * @param timeframe length of the bar
 * @param barClose close of the bar the signal is of
 * @param leg what it does to the holding
 * @param from what the model wanted before
 * @param to what it wants now
 * @param outcome what became of it
 * @param reason why there is no order, or not yet; absent when there is one
 * @param notional worth of what it buys or sells, in the currency of the account; absent where lots are closed, and
 *     before it is known
 * @param lots how much of the holding it closes; absent for all of it, and where something is opened
 * @param clientOrderId key of the order
 * @param orderId order; absent without one, while it waits for an approval, and where only the books tell of it
 * @param orderStatus where the order stood when it was answered; absent without one
 * @param at when it began
 * @param answeredAt when it was known what became of it; absent before
 */
public record FollowingStep(
        String code,
        String accountId,
        String symbol,
        Timeframe timeframe,
        Instant barClose,
        FollowingLeg leg,
        Direction from,
        Direction to,
        FollowingOutcome outcome,
        @Nullable Reason reason,
        @Nullable BigDecimal notional,
        @Nullable BigDecimal lots,
        String clientOrderId,
        @Nullable UUID orderId,
        @Nullable OrderStatus orderStatus,
        Instant at,
        @Nullable Instant answeredAt) {}
