package dev.tradesuite.contracts.portfolio;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for returns and covariance after views. {@code POST /api/v1/portfolio/black-litterman}.
 *
 * @param data what there is
 * @param expectedReturnsModel absent: geometric_mean
 * @param riskModel absent: sample
 * @param frequency periods in a year; absent: 252
 * @param span periods of the exponential models; absent: 500
 * @param benchmarkReturn of one period, of semicovariance; absent: 0
 * @param views opinions
 * @param marketWeights by code: the prior is what a market in balance expects; absent: the prior is the estimate
 * @param riskAversion of that market; absent: 1
 * @param riskFreeRate of a year; absent: 0.02
 * @param tau weight of the prior's uncertainty; absent: 0.05
 */
public record BlackLittermanRequest(
        @NotNull @Valid OptimizationData data,
        @Nullable ExpectedReturnsModel expectedReturnsModel,
        @Nullable RiskModel riskModel,
        @Nullable @Positive @DecimalMax("1000000") Double frequency,
        @Nullable @DecimalMin("1") @DecimalMax("1000000") Double span,
        @Nullable Double benchmarkReturn,
        @NotNull @Valid @Size(min = 1, max = 200) List<@NotNull ReturnOpinion> views,
        @Nullable Map<String, @NotNull Double> marketWeights,
        @Nullable @Positive Double riskAversion,
        @Nullable @DecimalMin("-1") @DecimalMax("10") Double riskFreeRate,
        @Nullable @Positive Double tau) {}
