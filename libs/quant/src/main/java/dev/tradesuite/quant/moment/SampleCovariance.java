package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.linear.SymmetricMatrix;

/**
 * Sample covariance, sum((x - mean(x)) (y - mean(y))) / (n - 1) x P, over the periods both assets of a pair have
 * (PyPortfolioOpt, sample_cov, before its repair).
 *
 * <p>Where data is missing, pairs rest on different periods, and the matrix may have a negative eigenvalue:
 * {@link PositiveSemidefinite} tells and repairs it.
 */
public final class SampleCovariance {

    private SampleCovariance() {}

    /**
     * Covariance of a year.
     *
     * @param frequency periods in a year, above zero
     * @throws QuantException TOO_FEW_OBSERVATIONS when a pair has fewer than two common periods, CONSTANT_SERIES,
     *     OUT_OF_RANGE
     */
    public static CovarianceEstimate of(ReturnTable returns, double frequency) {
        Annual.frequency(frequency);
        if (returns.isComplete()) {
            CentredReturns centred = CentredReturns.of(returns);
            return CovarianceEstimate.plain(centred.covariance((centred.periods() - 1) / frequency), centred.periods());
        }
        return CovarianceEstimate.plain(pairwise(returns).scaled(frequency), CommonPeriods.fewest(returns));
    }

    private static SymmetricMatrix pairwise(ReturnTable returns) {
        double[][] columns = returns.columns();
        for (int i = 0; i < columns.length; i++) {
            Varying.require(returns.codes().get(i), columns[i]);
        }
        return SymmetricMatrix.of(
                columns.length,
                (i, j) -> PairwiseCovariance.of(
                        returns.codes().get(i), columns[i], returns.codes().get(j), columns[j]));
    }
}
