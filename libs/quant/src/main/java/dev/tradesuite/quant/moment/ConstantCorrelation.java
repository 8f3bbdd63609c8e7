package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.Arrays;

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
        double[] deviations = sample.deviations();
        double[] inverse = new double[assets];
        Arrays.setAll(inverse, i -> 1 / deviations[i]);
        double mean = (sample.quadratic(inverse) - assets) / (assets * (assets - 1.0));
        return new ConstantCorrelation(mean, deviations);
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
        double fourthPowers = sums.fourthPowers();
        double diagonal = fourthPowers / periods + correction * variances;
        double pairs =
                (crossed(sums) - fourthPowers) / periods + correction * (sample.quadratic(deviations) - variances);
        return p - diagonal - mean * pairs;
    }

    /** sum over t and all i, j of s_j / s_i x_i^3 x_j. */
    private double crossed(ShrinkageSums sums) {
        double[] cubes = sums.cubes(sums.centred().portfolio(deviations));
        double sum = 0;
        for (int i = 0; i < cubes.length; i++) {
            sum += cubes[i] / deviations[i];
        }
        return sum;
    }
}
