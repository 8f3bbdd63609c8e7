package dev.tradesuite.contracts.portfolio;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks what weights can lose. {@code POST /api/v1/portfolio/risk}.
 *
 * @param data with returns: registry, prices or returns
 * @param weights by code; what is not named is 0
 * @param riskModel of the contributions to volatility; absent: sample
 * @param frequency periods in a year; absent: 252
 * @param span periods of the exponential model; absent: 500
 * @param benchmarkReturn of one period, of semicovariance; absent: 0
 * @param confidence absent: 0.95
 * @param horizon periods ahead; absent: 1
 * @param seed of drawn paths; absent: 1
 * @param shocks of factors that are assets of the data, by code: -0.2 is a fall of 20 %
 * @param worst stretches of the past that are told; absent: 5
 */
public record PortfolioRiskRequest(
        @NotNull @Valid OptimizationData data,
        @NotEmpty Map<String, @NotNull Double> weights,
        @Nullable RiskModel riskModel,
        @Nullable @Positive @DecimalMax("1000000") Double frequency,
        @Nullable @DecimalMin("1") @DecimalMax("1000000") Double span,
        @Nullable Double benchmarkReturn,
        @Nullable @DecimalMin("0.5") @DecimalMax(value = "1", inclusive = false) Double confidence,
        @Nullable @Min(1) @Max(260) Integer horizon,
        @Nullable Long seed,
        @Nullable @Size(min = 1, max = 20) Map<String, @NotNull Double> shocks,
        @Nullable @Min(1) @Max(100) Integer worst) {}
