package dev.tradesuite.contracts.portfolio;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the efficient frontier. {@code POST /api/v1/portfolio/efficient-frontier}.
 *
 * @param data what there is to choose from
 * @param expectedReturnsModel absent: geometric_mean
 * @param riskModel absent: sample
 * @param frequency periods in a year; absent: 252
 * @param span periods of the exponential models; absent: 500
 * @param riskFreeRate of a year; absent: 0.02
 * @param benchmarkReturn of one period, of semicovariance; absent: 0
 * @param constraints what weights must keep
 * @param points of the frontier; absent: 50
 */
public record FrontierRequest(
        @NotNull @Valid OptimizationData data,
        @Nullable ExpectedReturnsModel expectedReturnsModel,
        @Nullable RiskModel riskModel,
        @Nullable @Positive @DecimalMax("1000000") Double frequency,
        @Nullable @DecimalMin("1") @DecimalMax("1000000") Double span,
        @Nullable @DecimalMin("-1") @DecimalMax("10") Double riskFreeRate,
        @Nullable Double benchmarkReturn,
        @Nullable @Valid OptimizationConstraints constraints,
        @Nullable @Min(2) @Max(200) Integer points) {}
