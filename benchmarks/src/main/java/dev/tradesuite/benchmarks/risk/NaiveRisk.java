package dev.tradesuite.benchmarks.risk;

import dev.tradesuite.quant.linear.Cholesky;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.moment.ReturnTable;
import java.util.Random;
import java.util.stream.IntStream;

/** The same by the book: covariances pair by pair, and a draw of every strategy for each path. */
final class NaiveRisk {

    private static final int PATHS = 10_000;

    private NaiveRisk() {}

    /** Covariances, pair by pair. */
    static double[][] covariance(ReturnTable returns) {
        double[][] matrix = new double[returns.assets()][returns.assets()];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                matrix[i][j] = covariance(returns.series(i), returns.series(j));
            }
        }
        return matrix;
    }

    /** Value at risk of drawn paths. */
    static double valueAtRisk(ReturnTable returns, double[] weights) {
        Cholesky cholesky = Cholesky.require(SymmetricMatrix.of(covariance(returns)));
        Random random = new Random(1);
        return IntStream.range(0, PATHS)
                .mapToDouble(_ -> {
                    double[] draws = cholesky.timesLower(random.doubles(weights.length)
                            .map(_ -> random.nextGaussian())
                            .toArray());
                    double loss = 0;
                    for (int i = 0; i < weights.length; i++) {
                        loss -= weights[i] * draws[i];
                    }
                    return loss;
                })
                .sorted()
                .skip(PATHS - PATHS / 20)
                .findFirst()
                .orElseThrow();
    }

    private static double covariance(double[] x, double[] y) {
        double meanX = 0;
        double meanY = 0;
        for (int t = 0; t < x.length; t++) {
            meanX += x[t] / x.length;
            meanY += y[t] / y.length;
        }
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            sum += (x[t] - meanX) * (y[t] - meanY);
        }
        return sum / (x.length - 1);
    }
}
