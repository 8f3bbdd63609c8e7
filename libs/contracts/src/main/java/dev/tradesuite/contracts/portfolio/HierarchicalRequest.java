package dev.tradesuite.contracts.portfolio;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the tree of assets and its weights. {@code POST /api/v1/portfolio/hierarchical}.
 *
 * @param data what there is
 * @param riskModel absent: sample
 * @param frequency periods in a year; absent: 252
 * @param span periods of the exponential models; absent: 500
 * @param benchmarkReturn of one period, of semicovariance; absent: 0
 * @param linkage absent: single
 * @param clusters absent: 4, or all assets where there are fewer
 */
public record HierarchicalRequest(
        @NotNull @Valid OptimizationData data,
        @Nullable RiskModel riskModel,
        @Nullable @Positive @DecimalMax("1000000") Double frequency,
        @Nullable @DecimalMin("1") @DecimalMax("1000000") Double span,
        @Nullable Double benchmarkReturn,
        @Nullable LinkageMethod linkage,
        @Nullable @Min(1) Integer clusters) {}
