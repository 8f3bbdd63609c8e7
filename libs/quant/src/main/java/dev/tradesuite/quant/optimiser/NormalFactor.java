package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.linear.Vectors;

/**
 * Cholesky's factor of a normal matrix that is singular at worst by rounding, in place of the upper half. A pivot that
 * is lost in rounding is taken as infinite, so that its variable does not move: near the solution an interior point
 * makes such pivots, and its next step does without them.
 */
final class NormalFactor {

    private static final double LOST = 1e-22;

    private NormalFactor() {}

    /** Factors the matrix in the upper half of the rows. */
    static void factor(double[][] rows) {
        int size = rows.length;
        double[] diagonal = new double[size];
        for (int k = 0; k < size; k++) {
            diagonal[k] = rows[k][k];
        }
        for (int k = 0; k < size; k++) {
            double[] row = rows[k];
            double pivot = row[k] > LOST * diagonal[k] ? Math.sqrt(row[k]) : 1e100;
            row[k] = pivot;
            for (int j = k + 1; j < size; j++) {
                row[j] /= pivot;
            }
            for (int i = k + 1; i < size; i++) {
                if (row[i] != 0) {
                    Vectors.addScaled(-row[i], row, rows[i], i, size);
                }
            }
        }
    }

    /** Solves with the factor in place. */
    static void solve(double[][] factor, double[] x) {
        int size = factor.length;
        for (int k = 0; k < size; k++) {
            x[k] /= factor[k][k];
            Vectors.addScaled(-x[k], factor[k], x, k + 1, size);
        }
        for (int k = size - 1; k >= 0; k--) {
            x[k] = (x[k] - Vectors.dot(factor[k], x, k + 1, size)) / factor[k][k];
        }
    }
}
