package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an account follows the model of a strategy. {@code GET /api/v1/strategies/{code}/following?account_id=}.
 *
 * @param code of the strategy
 * @param accountId account
 * @param capital what the strategy works with there; absent without an allocation
 * @param weight share of the account that was meant for it; absent without an allocation
 * @param signal the newest that was heard; absent before the first
 * @param holding what the strategy holds; absent when that is nothing, or not known
 * @param reason why capital or holding is absent although something is asked of it; absent otherwise
 * @param steps the newest first
 * @param nextCursor what to give as {@code cursor} for the next page; absent on the last one
 */
public record StrategyFollowing(
        String code,
        String accountId,
        @Nullable BigDecimal capital,
        @Nullable Double weight,
        @Nullable HeardSignal signal,
        @Nullable FollowedHolding holding,
        @Nullable Reason reason,
        List<FollowingStep> steps,
        @Nullable String nextCursor) {

    /**
     * What the model said last.
     *
     * @param direction LONG, SHORT or FLAT
     * @param size share of the capital, 0 to 1
     * @param stopLoss absent when flat
     * @param takeProfit absent when flat
     * @param proxy whether a rule stands in for a trained model
     * @param barClose close of the bar it said it about
     */
    public record HeardSignal(
            String symbol,
            Timeframe timeframe,
            Direction direction,
            BigDecimal size,
            @Nullable BigDecimal stopLoss,
            @Nullable BigDecimal takeProfit,
            boolean proxy,
            Instant barClose) {}

    /**
     * What the strategy holds.
     *
     * @param direction LONG or SHORT
     * @param lots how much
     * @param value what it is worth in the currency of the account; absent when the books have no price of it
     */
    public record FollowedHolding(Direction direction, BigDecimal lots, @Nullable BigDecimal value) {}
}
