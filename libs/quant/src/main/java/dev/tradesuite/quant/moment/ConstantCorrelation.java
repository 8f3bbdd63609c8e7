package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.linear.Vectors;

/**
 * One correlation for all pairs.
 *
 * @param mean of the correlations of all pairs
 * @param deviations of the assets
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record ConstantCorrelation(double mean, double[] deviations) {

    static ConstantCorrelation of(SymmetricMatrix sample) {
        int assets = sample.size();
        SymmetricMatrix correlation = sample.correlation();
        double sum = 0;
        for (int i = 0; i < assets; i++) {
            sum += Vectors.sum(correlation.row(i));
        }
        return new ConstantCorrelation((sum - assets) / (assets * (assets - 1.0)), sample.deviations());
    }

    SymmetricMatrix target(SymmetricMatrix sample) {
        return SymmetricMatrix.of(
                sample.size(), (i, j) -> i == j ? sample.get(i, i) : mean * deviations[i] * deviations[j]);
    }

    /** The p - r of the paper, the sample being X' X / (T - 1) and the moments those of T. */
    double noise(CentredReturns centred, SymmetricMatrix sample) {
        ShrinkageSums sums = new ShrinkageSums(centred);
        int periods = centred.periods();
        double correction = 1 - 2 * (periods - 1.0) / periods;
        double variances = 0;
        for (double variance : sample.diagonal()) {
            variances += variance * variance;
        }
        double p = sums.squaredLengths() / periods + correction * sample.sumOfSquares();
        double diagonal = sums.fourthPowers() / periods + correction * variances;
        double pairs = (crossed(centred) - sums.fourthPowers()) / periods
                + correction * (sample.quadratic(deviations) - variances);
        return p - diagonal - mean * pairs;
    }

    /** sum over t and all i, j of s_j / s_i x_i^3 x_j. */
    private double crossed(CentredReturns centred) {
        double sum = 0;
        for (double[] row : centred.rows()) {
            double cubes = 0;
            for (int i = 0; i < row.length; i++) {
                cubes += row[i] * row[i] * row[i] / deviations[i];
            }
            sum += cubes * Vectors.dot(row, deviations);
        }
        return sum;
    }
}
