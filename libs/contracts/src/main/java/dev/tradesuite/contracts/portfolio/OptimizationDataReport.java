package dev.tradesuite.contracts.portfolio;

import org.jspecify.annotations.Nullable;

/**
 * What an answer rests on.
 *
 * @param observations common periods of the pair that has the fewest; absent where a covariance was given
 * @param conditionNumber largest over smallest eigenvalue of the covariance; absent when it is singular
 * @param shrinkage weight of the target, 0 to 1, of a shrunk covariance
 */
public record OptimizationDataReport(
        @Nullable Integer observations, @Nullable Double conditionNumber, @Nullable Double shrinkage) {}
