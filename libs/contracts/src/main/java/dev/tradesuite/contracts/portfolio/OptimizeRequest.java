package dev.tradesuite.contracts.portfolio;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for weights. {@code POST /api/v1/portfolio/optimize}. A field that the method does not use is refused.
 *
 * @param method how they are chosen
 * @param data what there is to choose from
 * @param expectedReturnsModel absent: geometric_mean
 * @param riskModel absent: sample
 * @param frequency periods in a year; absent: 252
 * @param span periods of the exponential models; absent: 500
 * @param riskFreeRate of a year; absent: 0.02
 * @param riskAversion of max_quadratic_utility and black_litterman; absent: 1
 * @param targetVolatility of efficient_risk
 * @param targetReturn of efficient_return
 * @param confidence of tail figures; absent: 0.95
 * @param benchmarkReturn of one period, of min_semivariance and semicovariance; absent: 0
 * @param riskBudgets by code, above 0, of risk_budget
 * @param linkage of hrp, herc and nco; absent: single
 * @param clusters of herc and nco; absent: 4, or all assets where there are fewer
 * @param views of black_litterman
 * @param constraints what weights must keep
 * @param currentWeights held now, by code; what is not named is 0
 * @param buyingPower money the weights are checked against
 */
public record OptimizeRequest(
        @NotNull OptimizationMethod method,
        @NotNull @Valid OptimizationData data,
        @Nullable ExpectedReturnsModel expectedReturnsModel,
        @Nullable RiskModel riskModel,
        @Nullable @Positive @DecimalMax("1000000") Double frequency,
        @Nullable @DecimalMin("1") @DecimalMax("1000000") Double span,
        @Nullable @DecimalMin("-1") @DecimalMax("10") Double riskFreeRate,
        @Nullable @Positive Double riskAversion,
        @Nullable Double targetVolatility,
        @Nullable Double targetReturn,
        @Nullable @DecimalMin("0.5") @DecimalMax(value = "1", inclusive = false) Double confidence,
        @Nullable Double benchmarkReturn,
        @Nullable Map<String, @NotNull Double> riskBudgets,
        @Nullable LinkageMethod linkage,
        @Nullable @Min(1) Integer clusters,
        @Nullable @Valid @Size(min = 1, max = 200) List<@NotNull ReturnOpinion> views,
        @Nullable @Valid OptimizationConstraints constraints,
        @Nullable Map<String, @NotNull Double> currentWeights,
        @Nullable @Positive BigDecimal buyingPower) {}
