package dev.tradesuite.signals.performance;

import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.ReturnStatistics;
import dev.tradesuite.quant.performance.TradeStatistics;
import dev.tradesuite.signals.series.ModelAccount;

/**
 * How the account of a model did; what is not known says why.
 *
 * @param account whose it is
 * @param trades closed in the period
 * @param returns gains, as fractions
 * @param falls drawdowns, as positive fractions
 * @param ratios of the returns
 * @param openPositions positions held now
 */
public record ModelPerformance(
        ModelAccount account, TradeStatistics trades, Gains returns, Falls falls, Ratios ratios, int openPositions) {

    /**
     * Gains.
     *
     * @param total of the period
     * @param daily of the UTC day of the newest bar so far
     */
    public record Gains(Metric total, Metric daily) {}

    /**
     * Drawdowns from the highest equity of the period.
     *
     * @param deepest in it
     * @param current at its end
     */
    public record Falls(Metric deepest, Metric current) {}

    /**
     * Annual figures.
     *
     * @param statistics volatility, Sharpe and Sortino with their basis
     * @param calmar annual return / deepest fall
     */
    public record Ratios(ReturnStatistics statistics, Metric calmar) {}
}
