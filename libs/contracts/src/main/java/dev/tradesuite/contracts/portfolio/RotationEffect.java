package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.RunLabel;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal would do to the optimum: maximum Sharpe ratio over all strategies of the same state.
 *
 * @param label of the returns
 * @param before with the strategy as it is; absent when there is no optimum
 * @param after as proposed; absent when there is no optimum
 * @param unavailable why an optimum is absent; absent when both are there
 */
public record RotationEffect(
        RunLabel label,
        @Nullable RotationOptimum before,
        @Nullable RotationOptimum after,
        @Nullable String unavailable) {}
