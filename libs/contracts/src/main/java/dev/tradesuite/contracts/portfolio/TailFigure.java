package dev.tradesuite.contracts.portfolio;

import org.jspecify.annotations.Nullable;

/**
 * A loss, told by one method.
 *
 * @param method how the losses are found
 * @param confidence probability that a loss stays below
 * @param horizon periods ahead
 * @param observations periods it rests on
 * @param value positive fraction of the capital, negative for a gain; absent when it cannot be computed
 * @param reason why it is absent
 */
public record TailFigure(
        TailRiskMethod method,
        double confidence,
        int horizon,
        int observations,
        @Nullable Double value,
        @Nullable String reason) {}
