package dev.tradesuite.contracts.portfolio;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What weights are expected to do, and did in the data. A figure that cannot be computed is absent, and
 * {@code unavailable} says why.
 *
 * @param expectedReturn of a year
 * @param volatility of a year
 * @param sharpe (expected return - risk-free rate) / volatility
 * @param sortino the same by the deviation below the benchmark
 * @param cvar mean loss of the worst periods, a positive fraction
 * @param cdar mean of the deepest drawdowns of summed returns, a positive fraction
 * @param unavailable reason by name of the figure
 */
public record OptimizedPerformance(
        double expectedReturn,
        double volatility,
        @Nullable Double sharpe,
        @Nullable Double sortino,
        @Nullable Double cvar,
        @Nullable Double cdar,
        Map<String, String> unavailable) {}
