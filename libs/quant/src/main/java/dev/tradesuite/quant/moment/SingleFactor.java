package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.linear.Vectors;
import java.util.Arrays;

/**
 * The market of equal weights as the one factor of all assets.
 *
 * @param market its centred returns
 * @param covariances of each asset with it
 * @param variance of the market
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record SingleFactor(double[] market, double[] covariances, double variance) {

    static SingleFactor of(CentredReturns centred, SymmetricMatrix sample) {
        double[] equal = new double[sample.size()];
        Arrays.fill(equal, 1.0 / sample.size());
        double[] covariances = sample.times(equal);
        double variance = Vectors.dot(equal, covariances);
        if (!(variance > Math.ulp(1.0) * sample.largest())) {
            throw new QuantException(QuantProblem.CONSTANT_SERIES, "the market of equal weights does not vary");
        }
        return new SingleFactor(centred.portfolio(equal), covariances, variance);
    }

    SymmetricMatrix target(SymmetricMatrix sample) {
        return SymmetricMatrix.of(
                sample.size(), (i, j) -> i == j ? sample.get(i, i) : covariances[i] * covariances[j] / variance);
    }

    /** The p - r of the paper, with the r of pairs as 2 x r1 - r3. */
    double noise(CentredReturns centred, SymmetricMatrix sample) {
        ShrinkageSums sums = new ShrinkageSums(centred);
        int periods = centred.periods();
        double variances = 0;
        double explained = 0;
        for (int i = 0; i < sample.size(); i++) {
            variances += sample.get(i, i) * sample.get(i, i);
            explained += sample.get(i, i) * covariances[i] * covariances[i];
        }
        double cross = sample.quadratic(covariances) - explained;
        double p = sums.squaredLengths() / periods - sample.sumOfSquares();
        double diagonal = sums.fourthPowers() / periods - variances;
        double[] along = centred.portfolio(covariances);
        double r1 = (withSquares(sums, along) / periods - cross) / variance;
        double r3 = (withProducts(sums, along) / periods - variance * cross) / (variance * variance);
        return p - diagonal - 2 * r1 + r3;
    }

    /** sum over t and i != j of x_i^2 x_j m c_j. */
    private double withSquares(ShrinkageSums sums, double[] along) {
        double sum = 0;
        for (int t = 0; t < market.length; t++) {
            double[] row = sums.centred().rows()[t];
            sum += market[t] * Vectors.dot(row, row) * along[t];
        }
        return sum - Vectors.dot(sums.cubes(market), covariances);
    }

    /** sum over t and i != j of (x_i m c_i) (x_j m c_j). */
    private double withProducts(ShrinkageSums sums, double[] along) {
        double[] squares = new double[market.length];
        Arrays.setAll(squares, t -> market[t] * market[t]);
        double sum = 0;
        for (int t = 0; t < market.length; t++) {
            sum += squares[t] * along[t] * along[t];
        }
        double[] own = sums.squares(squares);
        for (int i = 0; i < own.length; i++) {
            sum -= own[i] * covariances[i] * covariances[i];
        }
        return sum;
    }
}
