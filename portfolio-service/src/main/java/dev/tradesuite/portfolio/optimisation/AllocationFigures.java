package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.optimiser.PortfolioPerformance;
import dev.tradesuite.quant.optimiser.Scenarios;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.MetricReason;
import dev.tradesuite.quant.risk.DrawdownRisk;
import dev.tradesuite.quant.risk.RiskContributions;
import dev.tradesuite.quant.risk.TailLevel;
import dev.tradesuite.quant.risk.TailRisk;
import dev.tradesuite.quant.risk.ValueAtRisk;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What weights are good for.
 *
 * @param performance expected of a year
 * @param downside what they did in the data; empty where moments were told
 * @param riskShares parts of the volatility by code, which sum to 1; empty without risk
 * @param diversificationRatio w' s / sqrt(w' S w); absent without risk
 */
public record AllocationFigures(
        PortfolioPerformance performance,
        Optional<Downside> downside,
        Map<String, Double> riskShares,
        Metric diversificationRatio) {

    /**
     * What a portfolio did in the periods in which all it holds has a return.
     *
     * @param sortino (expected return - risk-free rate) / (sqrt(mean(min(r - benchmark, 0)^2)) x sqrt(frequency))
     * @param cvar mean loss of the worst periods
     * @param cdar mean of the deepest falls of summed returns
     * @param tail historical value at risk and expected shortfall of one period
     */
    public record Downside(Metric sortino, Metric cvar, Metric cdar, TailRisk tail) {}

    /** A weight below this holds nothing. */
    private static final double HELD = 1e-9;

    /** Fewest periods of which a tail is told, as {@link ValueAtRisk#FEWEST}. */
    private static final int FEWEST = ValueAtRisk.FEWEST;

    static AllocationFigures of(AssetMoments moments, double[] weights, MomentModels models, double confidence) {
        PortfolioPerformance performance = PortfolioPerformance.of(moments.universe(), weights, models.riskFreeRate());
        return new AllocationFigures(
                performance,
                moments.returns().map(returns -> downside(periods(returns, weights), performance, models, confidence)),
                shares(moments, weights),
                ratio(moments, weights, performance.volatility()));
    }

    /** Returns of the portfolio in the periods in which all it holds has one. */
    static double[] periods(ReturnTable returns, double[] weights) {
        double[] held = Arrays.stream(weights)
                .map(weight -> Math.abs(weight) < HELD ? 0 : weight)
                .toArray();
        return Arrays.stream(returns.portfolio(held))
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private static Downside downside(
            double[] periods, PortfolioPerformance performance, MomentModels models, double confidence) {
        boolean isEnough = periods.length >= FEWEST;
        Metric few = Metric.absent(MetricReason.TOO_FEW_RETURNS);
        return new Downside(
                isEnough ? sortino(periods, performance, models) : few,
                isEnough ? Metric.of(Scenarios.cvarOf(periods, confidence)) : few,
                isEnough
                        ? Metric.of(
                                DrawdownRisk.uncompounded(periods, confidence).conditional())
                        : few,
                ValueAtRisk.historical(periods, TailLevel.of(confidence)));
    }

    private static Metric sortino(double[] periods, PortfolioPerformance performance, MomentModels models) {
        double squares = 0;
        for (double value : periods) {
            double below = Math.min(value - models.benchmarkReturn(), 0);
            squares += below * below;
        }
        double deviation = Math.sqrt(squares / periods.length * models.frequency());
        return deviation > 0
                ? Metric.of((performance.expectedReturn() - models.riskFreeRate()) / deviation)
                : Metric.absent(MetricReason.NO_LOSS);
    }

    private static Map<String, Double> shares(AssetMoments moments, double[] weights) {
        Map<String, Double> shares = new LinkedHashMap<>();
        try {
            double[] parts = RiskContributions.volatility(moments.universe().covariance(), weights)
                    .shares();
            List<String> codes = moments.universe().codes();
            for (int i = 0; i < parts.length; i++) {
                shares.put(codes.get(i), parts[i]);
            }
        } catch (QuantException _) {
            // Without risk nobody contributes to it.
            return Map.of();
        }
        return shares;
    }

    private static Metric ratio(AssetMoments moments, double[] weights, double volatility) {
        double[] deviations = moments.universe().covariance().deviations();
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += weights[i] * deviations[i];
        }
        return volatility > 0 ? Metric.of(mean / volatility) : Metric.absent(MetricReason.NO_VARIATION);
    }
}
