package dev.tradesuite.contracts.risk;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the history of risk; of the last four parts exactly one is there.
 *
 * @param id of the line
 * @param type what happened
 * @param at when
 * @param by {@code system}, or the person
 * @param accountId account it is about; absent when a trading state of something else was changed
 * @param reason why; absent when nobody said
 * @param breach of {@link RiskEventType#BREACH}
 * @param state of {@link RiskEventType#STATE_CHANGE}
 * @param limits of {@link RiskEventType#LIMIT_CHANGE}
 * @param highWaterMark of {@link RiskEventType#HIGH_WATER_MARK_CHANGE}
 */
public record RiskEvent(
        String id,
        RiskEventType type,
        Instant at,
        String by,
        @Nullable String accountId,
        @Nullable String reason,
        @Nullable PassedLimit breach,
        @Nullable StateStep state,
        @Nullable LimitStep limits,
        @Nullable MarkStep highWaterMark) {

    /**
     * A limit that was passed.
     *
     * @param check daily loss or drawdown
     * @param measured value, in percent
     * @param limit in percent
     */
    public record PassedLimit(RiskCheckName check, BigDecimal measured, BigDecimal limit) {}

    /**
     * A change of a trading state.
     *
     * @param scope what it is about
     * @param id account, portfolio, strategy or symbol; {@code all} with scope {@code ALL}
     * @param from what was allowed before
     * @param to what is allowed since
     */
    public record StateStep(TradingStateScope scope, String id, TradingState from, TradingState to) {}

    /**
     * A change of limits.
     *
     * @param from the limits a person set before; absent when it is the first change
     * @param to the limits since
     */
    public record LimitStep(@Nullable RiskLimits from, RiskLimits to) {}

    /**
     * A change of the highest equity, in the account currency.
     *
     * @param from what it was
     * @param to what it is since
     */
    public record MarkStep(BigDecimal from, BigDecimal to) {}
}
