package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.MetricReason;

/**
 * What a portfolio is expected to do.
 *
 * @param expectedReturn sum of weight x expected return
 * @param volatility square root of w' S w
 * @param sharpe (expected return - risk-free rate) / volatility; absent where there is no risk
 */
public record PortfolioPerformance(double expectedReturn, double volatility, Metric sharpe) {

    /** Performance over the stretch of the universe's returns, with the risk-free rate of the same stretch. */
    public static PortfolioPerformance of(Universe universe, double[] weights, double riskFreeRate) {
        double expectedReturn = universe.expectedReturn(weights);
        double volatility = universe.volatility(weights);
        return new PortfolioPerformance(
                expectedReturn,
                volatility,
                volatility > 0
                        ? Metric.of((expectedReturn - riskFreeRate) / volatility)
                        : Metric.absent(MetricReason.NO_VARIATION));
    }
}
