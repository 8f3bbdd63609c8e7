package dev.tradesuite.contracts.portfolio;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A portfolio of the efficient frontier.
 *
 * @param expectedReturn of a year
 * @param volatility of a year
 * @param sharpe absent without risk
 * @param weights by code; what has none is left out
 */
public record FrontierPortfolio(
        double expectedReturn, double volatility, @Nullable Double sharpe, Map<String, Double> weights) {}
