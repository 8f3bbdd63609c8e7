package dev.tradesuite.quant.performance;

import java.time.Duration;
import java.util.Collection;

/**
 * How an account did over a period.
 *
 * @param trades what the closed trades amount to
 * @param totalReturn last equity / equity at the start - 1
 * @param drawdown falls from the highest equity of the period
 * @param returns volatility, Sharpe and Sortino with their basis
 * @param calmar return of a year / maximum drawdown
 */
public record PerformanceSummary(
        TradeStatistics trades, Metric totalReturn, Drawdown drawdown, ReturnStatistics returns, Metric calmar) {

    /** Shortest period of which a return of a year is told. */
    public static final Duration SHORTEST_FOR_CALMAR = Duration.ofDays(30);

    private static final double DAYS_OF_A_YEAR = 365.25;
    private static final double MILLIS_OF_A_DAY = 86_400_000;

    /**
     * How returns are taken and made yearly.
     *
     * @param interval length of the stretches
     * @param dayEnd where days end
     * @param periodsPerYear stretches in a year of that market
     * @param riskFreePerYear risk-free rate of a year, as a fraction
     */
    public record Sampling(ReturnInterval interval, DayEnd dayEnd, double periodsPerYear, double riskFreePerYear) {}

    /**
     * The summary of a period.
     *
     * @param curve from the start of the period on
     * @param trades closed in the period
     */
    public static PerformanceSummary of(EquityCurve curve, Collection<TradeResult> trades, Sampling sampling) {
        Drawdown drawdown = Drawdown.of(curve);
        return new PerformanceSummary(
                TradeStatistics.of(trades),
                curve.totalReturn(),
                drawdown,
                returns(curve, sampling),
                calmar(curve, drawdown.maximum()));
    }

    private static ReturnStatistics returns(EquityCurve curve, Sampling sampling) {
        return curve.isCapitalLost()
                ? ReturnStatistics.absent(
                        new Basis(sampling.interval(), 0, sampling.periodsPerYear()), MetricReason.CAPITAL_LOST)
                : ReturnStatistics.of(
                        curve.returns(sampling.interval(), sampling.dayEnd()),
                        sampling.periodsPerYear(),
                        sampling.riskFreePerYear());
    }

    /**
     * Compound return of a year over the maximum drawdown of the period (Young 1991, there over 36 months): ((last /
     * first) ^ (365.25 / days) - 1) / drawdown.
     */
    private static Metric calmar(EquityCurve curve, double maximumDrawdown) {
        Duration length = Duration.between(curve.start(), curve.end());
        if (curve.isCapitalLost()) {
            return Metric.absent(MetricReason.CAPITAL_LOST);
        }
        if (length.compareTo(SHORTEST_FOR_CALMAR) < 0) {
            return Metric.absent(MetricReason.TOO_SHORT);
        }
        if (maximumDrawdown == 0) {
            return Metric.absent(MetricReason.NO_DRAWDOWN);
        }
        double days = length.toMillis() / MILLIS_OF_A_DAY;
        double ofAYear = Math.pow(curve.last() / curve.first(), DAYS_OF_A_YEAR / days) - 1;
        return Metric.of(ofAYear / maximumDrawdown);
    }
}
