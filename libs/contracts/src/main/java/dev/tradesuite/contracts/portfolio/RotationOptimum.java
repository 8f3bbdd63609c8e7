package dev.tradesuite.contracts.portfolio;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An optimum beside which a proposal is seen.
 *
 * @param weights by code
 * @param expectedReturn of a year, as a fraction
 * @param volatility of a year, as a fraction
 * @param sharpe of a year; absent without risk
 */
public record RotationOptimum(
        Map<String, Double> weights, double expectedReturn, double volatility, @Nullable Double sharpe) {}
