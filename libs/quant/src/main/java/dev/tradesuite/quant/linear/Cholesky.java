package dev.tradesuite.quant.linear;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import java.util.Optional;

/**
 * The factor L of a positive definite matrix A = L L', and what is solved with it. Immutable.
 *
 * <p>A pivot not above n x 2^-52 x the largest diagonal element counts as 0: the matrix is singular to rounding.
 */
public final class Cholesky {

    /** Row k holds the column k of L from its diagonal on, so that every loop runs along a row. */
    private final double[][] upper;

    private Cholesky(double[][] upper) {
        this.upper = upper;
    }

    /** The factor; empty when the matrix is not positive definite. */
    public static Optional<Cholesky> of(SymmetricMatrix matrix) {
        double[][] rows = matrix.toArray();
        double least = matrix.size() * Math.ulp(1.0) * matrix.largest();
        for (int k = 0; k < rows.length; k++) {
            if (!(rows[k][k] > least)) {
                return Optional.empty();
            }
            eliminate(rows, k);
        }
        return Optional.of(new Cholesky(rows));
    }

    /**
     * The factor.
     *
     * @throws QuantException NOT_POSITIVE_DEFINITE
     */
    public static Cholesky require(SymmetricMatrix matrix) {
        return of(matrix)
                .orElseThrow(() -> new QuantException(
                        QuantProblem.NOT_POSITIVE_DEFINITE,
                        "the matrix of %d rows is not positive definite".formatted(matrix.size())));
    }

    /** The x of A x = b. */
    public double[] solve(double[] b) {
        double[] x = Vectors.requireLength(b, size()).clone();
        for (int k = 0; k < size(); k++) {
            x[k] /= upper[k][k];
            Vectors.addScaled(-x[k], upper[k], x, k + 1, size());
        }
        for (int k = size() - 1; k >= 0; k--) {
            x[k] = (x[k] - Vectors.dot(upper[k], x, k + 1, size())) / upper[k][k];
        }
        return x;
    }

    /** The product L z: with z independent and of variance 1, a draw with covariance A. */
    public double[] timesLower(double[] z) {
        Vectors.requireLength(z, size());
        double[] product = new double[size()];
        for (int k = 0; k < size(); k++) {
            Vectors.addScaled(z[k], upper[k], product, k, size());
        }
        return product;
    }

    /** The inverse of A. */
    public SymmetricMatrix inverse() {
        double[][] columns = new double[size()][];
        for (int i = 0; i < size(); i++) {
            double[] unit = new double[size()];
            unit[i] = 1;
            columns[i] = solve(unit);
        }
        return SymmetricMatrix.of(size(), (i, j) -> columns[i][j] / 2 + columns[j][i] / 2);
    }

    /** Logarithm of the determinant of A. */
    public double logDeterminant() {
        double sum = 0;
        for (int k = 0; k < size(); k++) {
            sum += 2 * Math.log(upper[k][k]);
        }
        return sum;
    }

    /** An element of L; 0 above its diagonal. */
    public double lower(int row, int column) {
        return row < column ? 0 : upper[column][row];
    }

    public int size() {
        return upper.length;
    }

    private static void eliminate(double[][] rows, int k) {
        double pivot = Math.sqrt(rows[k][k]);
        rows[k][k] = pivot;
        for (int j = k + 1; j < rows.length; j++) {
            rows[k][j] /= pivot;
        }
        for (int i = k + 1; i < rows.length; i++) {
            Vectors.addScaled(-rows[k][i], rows[k], rows[i], i, rows.length);
        }
    }
}
