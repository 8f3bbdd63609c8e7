package dev.tradesuite.contracts.portfolio;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy has to show; what is left out is the default. {@code GET|PUT
 * /api/v1/strategies/{code}/lifecycle/rules}, the latter with scope {@code risk:admin}.
 *
 * @param validation before VALIDATION
 * @param paper before PAPER
 * @param live before LIVE
 * @param suspension what it must keep on paper and with money
 * @param periodsPerYear trading days in a year of its market; 252 for shares
 * @param broker that its orders will go to; needed for LIVE
 */
public record LifecycleRules(
        @Nullable @Valid Validation validation,
        @Nullable @Valid Paper paper,
        @Nullable @Valid Live live,
        @Nullable @Valid Suspension suspension,
        @Nullable @DecimalMin("1") @DecimalMax("366") Double periodsPerYear,
        @Nullable @Pattern(regexp = "[a-z0-9._-]{1,64}") String broker) {

    /**
     * Before VALIDATION.
     *
     * @param returns least daily returns under one label; 60
     */
    public record Validation(@Nullable @Min(1) @Max(100_000) Integer returns) {}

    /**
     * Before PAPER, from the returns of the backtest.
     *
     * @param days least daily returns; 250
     * @param sharpe least yearly Sharpe ratio, without a risk-free rate; 1
     * @param drawdown deepest fall allowed, as a fraction; 0.2
     * @param deflatedSharpe least probability of the deflated Sharpe ratio; 0.9
     * @param variants how many variants were tried until this one was found; 1
     * @param ratioVariance variance of the Sharpe ratios of the variants, of one day; that of ratios without an edge, 1
     *     / (days - 1), when left out
     */
    public record Paper(
            @Nullable @Min(10) @Max(100_000) Integer days,
            @Nullable @DecimalMin("-100") @DecimalMax("100") Double sharpe,
            @Nullable @DecimalMin("0") @DecimalMax("1") Double drawdown,
            @Nullable @DecimalMin("0") @DecimalMax("1") Double deflatedSharpe,
            @Nullable @Min(1) @Max(1_000_000_000) Integer variants,
            @Nullable @DecimalMin("0") @DecimalMax("100") Double ratioVariance) {}

    /**
     * Before LIVE, from the returns on paper beside those of the backtest.
     *
     * @param days least daily returns on paper; 30
     * @param sharpeShare least part of the Sharpe ratio of the backtest; 0.9
     * @param volatilityShare largest multiple of the volatility of the backtest; 1.1
     */
    public record Live(
            @Nullable @Min(10) @Max(100_000) Integer days,
            @Nullable @DecimalMin("0") @DecimalMax("10") Double sharpeShare,
            @Nullable @DecimalMin("0") @DecimalMax("100") Double volatilityShare) {}

    /**
     * What breaks suspends it.
     *
     * @param days least daily returns with money before they are compared; 30
     * @param sharpeShare least part of the Sharpe ratio on paper; 0.8
     * @param drawdown deepest fall allowed since it came to its state, as a fraction; 0.2
     */
    public record Suspension(
            @Nullable @Min(10) @Max(100_000) Integer days,
            @Nullable @DecimalMin("0") @DecimalMax("1") Double sharpeShare,
            @Nullable @DecimalMin("0") @DecimalMax("1") Double drawdown) {}
}
