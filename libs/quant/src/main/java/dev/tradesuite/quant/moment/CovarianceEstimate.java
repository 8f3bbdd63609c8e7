package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.OptionalDouble;

/**
 * A covariance matrix of a year and what it rests on.
 *
 * @param matrix covariances of returns as fractions, in the order of the table
 * @param observations periods the pair with the fewest has in common
 * @param shrinkage weight of the target, 0 to 1; empty when the estimate is not shrunk
 */
public record CovarianceEstimate(SymmetricMatrix matrix, int observations, OptionalDouble shrinkage) {

    static CovarianceEstimate plain(SymmetricMatrix matrix, int observations) {
        return new CovarianceEstimate(matrix, observations, OptionalDouble.empty());
    }

    static CovarianceEstimate shrunk(SymmetricMatrix matrix, int observations, double shrinkage) {
        return new CovarianceEstimate(matrix, observations, OptionalDouble.of(shrinkage));
    }

    /**
     * Whether a sample covariance of so few observations must be singular: with at most as many periods as assets some
     * mix of long and short seems to have no risk. A shrunk estimate is not concerned.
     */
    public boolean isRankDeficient() {
        return shrinkage.orElse(0) == 0 && observations <= matrix.size();
    }
}
