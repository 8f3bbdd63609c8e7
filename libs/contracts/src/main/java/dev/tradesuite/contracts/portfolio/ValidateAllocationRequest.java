package dev.tradesuite.contracts.portfolio;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether weights keep constraints. {@code POST /api/v1/portfolio/validate-allocation}.
 *
 * @param weights by code
 * @param data from which correlations are known; needed where a limit of what moves together holds
 * @param riskModel absent: sample
 * @param constraints what weights must keep; default constraints that need correlations hold only where there is data
 * @param currentWeights held now, by code
 */
public record ValidateAllocationRequest(
        @NotEmpty Map<String, @NotNull Double> weights,
        @Nullable @Valid OptimizationData data,
        @Nullable RiskModel riskModel,
        @Nullable @Valid OptimizationConstraints constraints,
        @Nullable Map<String, @NotNull Double> currentWeights) {}
