package dev.tradesuite.quant.performance;

/** How likely it is that returns come from something better than a benchmark, not from luck. */
public final class ProbabilisticSharpe {

    private ProbabilisticSharpe() {}

    /**
     * Probability that the true Sharpe ratio is above the benchmark's (Bailey and Lopez de Prado 2012):
     *
     * <pre>
     *     PSR = Phi((SR - SR*) x sqrt(n - 1) / sqrt(1 - skewness x SR + (kurtosis - 1) / 4 x SR^2))
     * </pre>
     *
     * with SR the ratio of one stretch, not annualised, and the kurtosis of a normal distribution 3.
     *
     * @param returns of equal stretches
     * @param benchmark the ratio SR* of one stretch; 0 asks whether there is any edge
     * @return 0 to 1
     */
    public static Metric of(double[] returns, double benchmark) {
        if (returns.length < ReturnStatistics.MIN_RETURNS) {
            return Metric.absent(MetricReason.TOO_FEW_RETURNS);
        }
        Moments moments = Moments.of(returns);
        if (!moments.vary()) {
            return Metric.absent(MetricReason.NO_VARIATION);
        }
        return of(
                moments.mean() / moments.deviation(),
                moments.skewness(),
                moments.kurtosis(),
                moments.count(),
                benchmark);
    }

    static Metric of(double ratio, double skewness, double kurtosis, int count, double benchmark) {
        double variance = 1 - skewness * ratio + (kurtosis - 1) / 4 * ratio * ratio;
        return variance <= 0
                ? Metric.absent(MetricReason.NO_VARIATION)
                : Metric.of(NormalDistribution.probabilityUpTo(
                        (ratio - benchmark) * Math.sqrt(count - 1.0) / Math.sqrt(variance)));
    }
}
