package dev.tradesuite.quant.performance;

/** How likely the Sharpe ratios of two stretches differ as much as they do by chance alone. */
public final class SharpeDifference {

    private SharpeDifference() {}

    /**
     * Probability of a difference at least as large, up or down, when the true ratios are the same:
     *
     * <pre>
     *     p = 2 Phi(-|SR1 - SR2| / sqrt(v1 + v2)),   v = (1 - skewness x SR + (kurtosis - 1) / 4 x SR^2) / (n - 1)
     * </pre>
     *
     * with SR the ratio of one return, not annualised, v the variance of its estimate (Mertens 2002; Bailey and Lopez
     * de Prado 2012), the kurtosis of a normal distribution 3, and the two stretches independent.
     *
     * @param first returns of equal stretches
     * @param second returns of stretches of the same length, other ones
     * @return 0 to 1; 1 when the ratios are the same
     */
    public static Metric byChance(double[] first, double[] second) {
        if (Math.min(first.length, second.length) < ReturnStatistics.MIN_RETURNS) {
            return Metric.absent(MetricReason.TOO_FEW_RETURNS);
        }
        Moments one = Moments.of(first);
        Moments other = Moments.of(second);
        if (!one.vary() || !other.vary()) {
            return Metric.absent(MetricReason.NO_VARIATION);
        }
        double variance = variance(one) + variance(other);
        return variance <= 0
                ? Metric.absent(MetricReason.NO_VARIATION)
                : Metric.of(2
                        * NormalDistribution.probabilityUpTo(
                                -Math.abs(ratio(one) - ratio(other)) / Math.sqrt(variance)));
    }

    private static double ratio(Moments moments) {
        return moments.mean() / moments.deviation();
    }

    private static double variance(Moments moments) {
        double ratio = ratio(moments);
        return (1 - moments.skewness() * ratio + (moments.kurtosis() - 1) / 4 * ratio * ratio) / (moments.count() - 1);
    }
}
