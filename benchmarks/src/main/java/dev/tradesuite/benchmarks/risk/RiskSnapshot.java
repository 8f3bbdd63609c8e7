package dev.tradesuite.benchmarks.risk;

import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.moment.ExpectedReturns;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.moment.SampleCovariance;
import dev.tradesuite.quant.risk.DrawdownRisk;
import dev.tradesuite.quant.risk.HistoricalStress;
import dev.tradesuite.quant.risk.RiskContributions;
import dev.tradesuite.quant.risk.TailLevel;
import dev.tradesuite.quant.risk.ValueAtRisk;
import java.util.ArrayList;
import java.util.List;

/** Everything that is told of a portfolio's risk, from its returns. */
final class RiskSnapshot {

    private static final double CONFIDENCE = 0.95;
    private static final int WORST = 10;

    private RiskSnapshot() {}

    static List<Object> of(ReturnTable returns, double[] weights) {
        double[] portfolio = returns.portfolio(weights);
        SymmetricMatrix covariance = SampleCovariance.of(returns, 1).matrix();
        double[] means = ExpectedReturns.arithmeticMean(returns, 1);
        List<Object> figures = new ArrayList<>(ValueAtRisk.all(portfolio, TailLevel.of(CONFIDENCE), 1));
        figures.add(RiskContributions.volatility(covariance, weights));
        figures.add(RiskContributions.normalValueAtRisk(covariance, means, weights, CONFIDENCE));
        figures.add(RiskContributions.normalExpectedShortfall(covariance, means, weights, CONFIDENCE));
        figures.add(RiskContributions.historicalValueAtRisk(returns, weights, CONFIDENCE));
        figures.add(RiskContributions.historicalExpectedShortfall(returns, weights, CONFIDENCE));
        figures.add(DrawdownRisk.of(portfolio, CONFIDENCE));
        figures.add(HistoricalStress.worst(returns, weights, 1, WORST));
        figures.add(HistoricalStress.worst(returns, weights, HistoricalStress.WEEK, WORST));
        return figures;
    }
}
