package dev.tradesuite.quant.performance;

/**
 * How likely returns are better than the best of many tries would be by luck (Bailey and Lopez de Prado 2014).
 *
 * <p>The probabilistic Sharpe ratio against the ratio that the best of N tries without any edge is expected to show:
 *
 * <pre>
 *     SR* = sqrt(V) x ((1 - g) Phi^-1(1 - 1 / N) + g Phi^-1(1 - 1 / (N e)))
 * </pre>
 *
 * with V the variance of the ratios of all tries, each of one stretch and not annualised, and g = 0.5772 (Euler and
 * Mascheroni).
 */
public final class DeflatedSharpe {

    private static final double EULER_MASCHERONI = 0.5772156649015329;

    private DeflatedSharpe() {}

    /**
     * Probability that the true ratio is above that of the best by luck.
     *
     * @param returns of equal stretches, those of the chosen try
     * @param trials how many tries there were, at least 1; 1 is the probabilistic ratio against 0
     * @param varianceOfRatios variance of the Sharpe ratios of the tries, of one stretch, finite and not below 0
     * @return 0 to 1
     */
    public static Metric of(double[] returns, int trials, double varianceOfRatios) {
        return ProbabilisticSharpe.of(returns, bestByLuck(trials, varianceOfRatios));
    }

    /** The SR*: ratio of one stretch expected of the best of tries without an edge. */
    public static double bestByLuck(int trials, double varianceOfRatios) {
        if (trials < 1) {
            throw new IllegalArgumentException("there is at least one try, was " + trials);
        }
        if (!(varianceOfRatios >= 0 && varianceOfRatios < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("variance must be finite and not negative, was " + varianceOfRatios);
        }
        return trials == 1
                ? 0
                : Math.sqrt(varianceOfRatios)
                        * ((1 - EULER_MASCHERONI) * -NormalDistribution.quantile(1.0 / trials)
                                + EULER_MASCHERONI * -NormalDistribution.quantile(1 / (trials * Math.E)));
    }
}
