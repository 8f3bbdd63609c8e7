package dev.tradesuite.contracts.portfolio;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What weights must keep.
 *
 * @param defaults whether the default constraints hold where nothing else is said: at most 0.5 each, at least 5
 *     holdings of at least 0.05, assets correlated above 0.6 together at most 0.5; absent: true
 * @param weightMin least weight of each; absent: 0, or the negative of the largest when market neutral
 * @param weightMax largest weight of each; absent: 0.5 by default, else 1
 * @param bounds least and largest weight by code
 * @param groups of assets
 * @param linear further limits
 * @param minHoldings fewest assets held
 * @param maxHoldings most assets held
 * @param minWeightIfHeld least weight of one that is held; absent: 0.05
 * @param correlated limit of what moves together
 * @param marketNeutral whether weights sum to 0 instead of 1
 * @param l2 penalty on the sum of squared weights
 * @param transactionCost part of what is bought or sold that is lost
 * @param turnoverMax largest sum of what is bought and sold
 */
public record OptimizationConstraints(
        @Nullable Boolean defaults,
        @Nullable Double weightMin,
        @Nullable Double weightMax,
        @Nullable Map<String, @NotNull @Size(min = 2, max = 2) List<@NotNull Double>> bounds,
        @Nullable @Valid @Size(max = 200) List<@NotNull AssetGroup> groups,
        @Nullable @Valid @Size(max = 200) List<@NotNull LinearConstraint> linear,
        @Nullable @Min(0) Integer minHoldings,
        @Nullable @Min(1) Integer maxHoldings,
        @Nullable @DecimalMin("0") @DecimalMax("1") Double minWeightIfHeld,
        @Nullable @Valid CorrelatedLimit correlated,
        @Nullable Boolean marketNeutral,
        @Nullable @DecimalMin("0") Double l2,
        @Nullable @DecimalMin("0") Double transactionCost,
        @Nullable @DecimalMin("0") Double turnoverMax) {}
