package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.QuantException;
import java.util.Arrays;

/**
 * Covariance of falls, mean(min(x - b, 0) min(y - b, 0)) x P, over the periods both assets of a pair have
 * (PyPortfolioOpt, semicovariance, which takes a missing return for one that does not fall).
 */
public final class Semicovariance {

    private Semicovariance() {}

    /**
     * Semicovariance of a year.
     *
     * @param benchmark the b, a return of one period; what lies above it does not count
     * @param frequency periods in a year, above zero
     * @throws QuantException TOO_FEW_OBSERVATIONS when a pair has no common period, NOT_FINITE, OUT_OF_RANGE
     */
    public static CovarianceEstimate of(ReturnTable returns, double benchmark, double frequency) {
        Annual.finite(benchmark, "benchmark");
        double[] equal = new double[returns.periods()];
        Arrays.fill(equal, 1);
        double[][] falls = Pairwise.map(returns, (_, value) -> Math.min(value - benchmark, 0));
        return CovarianceEstimate.plain(
                Pairwise.meanProducts(returns, falls, equal, Annual.frequency(frequency)),
                CommonPeriods.fewest(returns));
    }
}
