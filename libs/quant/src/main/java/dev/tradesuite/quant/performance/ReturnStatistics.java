package dev.tradesuite.quant.performance;

/**
 * Volatility and ratios of returns, annualised as the basis says.
 *
 * <p>With r the returns, f the risk-free rate of one stretch, s their sample deviation (n - 1) and P the stretches in a
 * year:
 *
 * <pre>
 *     volatility = s x sqrt(P)
 *     Sharpe     = (mean(r) - f) / s x sqrt(P)                                 (Sharpe 1994)
 *     Sortino    = (mean(r) - f) / sqrt(mean(min(r - f, 0)^2)) x sqrt(P)       (Sortino and Price 1994)
 * </pre>
 *
 * @param basis interval, count and stretches in a year
 * @param volatility as a fraction, 0.1 for 10 % a year
 * @param sharpe ratio
 * @param sortino ratio
 */
public record ReturnStatistics(Basis basis, Metric volatility, Metric sharpe, Metric sortino) {

    /** Fewest returns of which a statistic is told. */
    public static final int MIN_RETURNS = 10;

    /**
     * Statistics of a series.
     *
     * @param periodsPerYear stretches in a year of that market, above 0
     * @param riskFreePerYear risk-free rate of a year, as a fraction; 0 for none
     */
    public static ReturnStatistics of(ReturnSeries series, double periodsPerYear, double riskFreePerYear) {
        return of(series.values(), new Basis(series.interval(), series.size(), periodsPerYear), riskFreePerYear);
    }

    static ReturnStatistics of(double[] returns, Basis basis, double riskFreePerYear) {
        if (returns.length < MIN_RETURNS) {
            return absent(basis, MetricReason.TOO_FEW_RETURNS);
        }
        Moments moments = Moments.of(returns);
        double riskFree = riskFreePerYear / basis.periodsPerYear();
        double excess = moments.mean() - riskFree;
        double downside = downsideDeviation(returns, riskFree);
        return new ReturnStatistics(
                basis,
                Metric.of(moments.deviation() * basis.factor()),
                moments.vary()
                        ? Metric.of(excess / moments.deviation() * basis.factor())
                        : Metric.absent(MetricReason.NO_VARIATION),
                downside > 0 ? Metric.of(excess / downside * basis.factor()) : Metric.absent(MetricReason.NO_LOSS));
    }

    /** The same reason for all of them. */
    static ReturnStatistics absent(Basis basis, MetricReason why) {
        Metric absent = Metric.absent(why);
        return new ReturnStatistics(basis, absent, absent, absent);
    }

    private static double downsideDeviation(double[] returns, double target) {
        double squares = 0;
        for (double value : returns) {
            double below = Math.min(value - target, 0);
            squares += below * below;
        }
        return Math.sqrt(squares / returns.length);
    }
}
