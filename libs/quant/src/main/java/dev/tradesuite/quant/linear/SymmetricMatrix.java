package dev.tradesuite.quant.linear;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * A dense symmetric matrix of finite numbers, at least 1 x 1: a covariance, a correlation. Immutable; rows and columns
 * are counted from 0 in the order of the assets.
 */
public final class SymmetricMatrix {

    /** Halves of a matrix that somebody computed may differ by this part of its largest element. */
    private static final double ASYMMETRY = 1e-9;

    private static final int COLUMNS_AT_ONCE = 8;

    private final double[][] rows;

    private SymmetricMatrix(double[][] rows) {
        this.rows = rows;
    }

    /**
     * A matrix of these rows; both halves may differ by rounding (1e-9 of the largest element) and are averaged.
     *
     * @throws QuantException EMPTY, WRONG_SIZE when not square, NOT_FINITE, NOT_SYMMETRIC
     */
    public static SymmetricMatrix of(double[][] rows) {
        requireSome(rows.length);
        double largest = 0;
        for (double[] row : rows) {
            Vectors.requireFinite(Vectors.requireLength(row, rows.length), "element");
            largest = Math.max(largest, Vectors.largest(row));
        }
        requireSymmetric(rows, ASYMMETRY * largest);
        return of(rows.length, (i, j) -> i == j ? rows[i][i] : rows[i][j] / 2 + rows[j][i] / 2);
    }

    /** One element for a row and a column. */
    @FunctionalInterface
    public interface Element {

        double at(int row, int column);
    }

    /**
     * A matrix whose upper half (row up to column) a function tells; the lower half mirrors it.
     *
     * @throws QuantException EMPTY, NOT_FINITE
     */
    public static SymmetricMatrix of(int size, Element element) {
        return mirrored(upper(size, element));
    }

    /** The matrix of these rows themselves, whose upper half counts. */
    static SymmetricMatrix mirrored(double[][] rows) {
        mirror(rows);
        for (double[] row : rows) {
            Vectors.requireFinite(row, "element");
        }
        return new SymmetricMatrix(rows);
    }

    /** The matrix with this diagonal and zeros beside it. */
    public static SymmetricMatrix diagonal(double... diagonal) {
        requireSome(diagonal.length);
        Vectors.requireFinite(diagonal, "element");
        double[][] rows = new double[diagonal.length][diagonal.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i][i] = diagonal[i];
        }
        return new SymmetricMatrix(rows);
    }

    /** The matrix with ones on its diagonal and zeros beside it. */
    public static SymmetricMatrix identity(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return diagonal(ones);
    }

    /** Number of rows, and of columns. */
    public int size() {
        return rows.length;
    }

    public double get(int row, int column) {
        return rows[row][column];
    }

    /** A copy of a row, which is also the column. */
    public double[] row(int index) {
        return rows[index].clone();
    }

    /** A copy of the rows, for loops that change them. */
    public double[][] toArray() {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /** The elements (i, i). */
    public double[] diagonal() {
        double[] diagonal = new double[size()];
        Arrays.setAll(diagonal, i -> rows[i][i]);
        return diagonal;
    }

    /** Sum of the diagonal. */
    public double trace() {
        return Vectors.sum(diagonal());
    }

    /** Largest absolute element. */
    public double largest() {
        return Arrays.stream(rows).mapToDouble(Vectors::largest).max().orElse(0);
    }

    /** Sum of the squared elements: the Frobenius norm, squared. */
    public double sumOfSquares() {
        return Arrays.stream(rows).mapToDouble(row -> Vectors.dot(row, row)).sum();
    }

    /** Sum of the squared differences of the elements. */
    public double squaredDistance(SymmetricMatrix other) {
        requireSize(other);
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += Vectors.squaredDistance(rows[i], other.rows[i]);
        }
        return sum;
    }

    /** The product A x. */
    public double[] times(double[] x) {
        Vectors.requireLength(x, size());
        double[] product = new double[size()];
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0) {
                Vectors.addScaled(x[i], rows[i], product);
            }
        }
        return product;
    }

    /** The quadratic form x' A x: the variance of a portfolio with weights x. */
    public double quadratic(double[] x) {
        return Vectors.dot(x, times(x));
    }

    /** The sum a A + b B. */
    public SymmetricMatrix combined(double a, SymmetricMatrix other, double b) {
        requireSize(other);
        double[][] sums = new double[size()][];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Vectors.requireFinite(Vectors.combined(a, rows[i], b, other.rows[i]), "element");
        }
        return new SymmetricMatrix(sums);
    }

    /** Each element combined with the one of another matrix. */
    public SymmetricMatrix combined(SymmetricMatrix other, DoubleBinaryOperator how) {
        requireSize(other);
        return of(size(), (i, j) -> how.applyAsDouble(rows[i][j], other.rows[i][j]));
    }

    /** Each element times a factor. */
    public SymmetricMatrix scaled(double factor) {
        double[][] scaled = new double[size()][];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Vectors.requireFinite(Vectors.scaled(rows[i], factor), "element");
        }
        return new SymmetricMatrix(scaled);
    }

    /** The elements d_i a_ij d_j. */
    public SymmetricMatrix scaledBy(double[] d) {
        Vectors.requireLength(d, size());
        return of(size(), (i, j) -> d[i] * rows[i][j] * d[j]);
    }

    /** The rows and columns of these indices, in their order: a part, or a permutation. */
    public SymmetricMatrix part(int... indices) {
        return of(indices.length, (i, j) -> rows[indices[i]][indices[j]]);
    }

    /**
     * Square roots of the diagonal: the volatilities of a covariance matrix.
     *
     * @throws QuantException NOT_POSITIVE_SEMIDEFINITE when one of its elements is negative
     */
    public double[] deviations() {
        double[] deviations = diagonal();
        for (int i = 0; i < deviations.length; i++) {
            if (deviations[i] < 0) {
                throw new QuantException(
                        QuantProblem.NOT_POSITIVE_SEMIDEFINITE, "variance %d is %s".formatted(i, deviations[i]));
            }
            deviations[i] = Math.sqrt(deviations[i]);
        }
        return deviations;
    }

    /**
     * Correlations a_ij / sqrt(a_ii a_jj), with ones on the diagonal and none outside -1 to 1.
     *
     * @throws QuantException CONSTANT_SERIES when a variance is 0
     */
    public SymmetricMatrix correlation() {
        double[] deviations = deviations();
        for (int i = 0; i < deviations.length; i++) {
            if (deviations[i] == 0) {
                throw new QuantException(QuantProblem.CONSTANT_SERIES, "variance " + i + " is 0");
            }
        }
        double[][] correlations = new double[size()][];
        for (int i = 0; i < correlations.length; i++) {
            double[] row = rows[i].clone();
            for (int j = i + 1; j < row.length; j++) {
                row[j] = Math.clamp(row[j] / deviations[i] / deviations[j], -1.0, 1.0);
            }
            row[i] = 1;
            correlations[i] = row;
        }
        return mirrored(correlations);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SymmetricMatrix matrix && Arrays.deepEquals(rows, matrix.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rows);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(rows);
    }

    private static double[][] upper(int size, Element element) {
        requireSome(size);
        double[][] rows = new double[size][size];
        for (int i = 0; i < size; i++) {
            double[] row = rows[i];
            for (int j = i; j < size; j++) {
                row[j] = element.at(i, j);
            }
        }
        return rows;
    }

    /** Copies the upper half to the lower one, some columns at a time, so that both stay in the cache. */
    private static void mirror(double[][] rows) {
        for (int from = 0; from < rows.length; from += COLUMNS_AT_ONCE) {
            for (int j = from + 1; j < rows.length; j++) {
                double[] row = rows[j];
                int to = Math.min(from + COLUMNS_AT_ONCE, j);
                for (int i = from; i < to; i++) {
                    row[i] = rows[i][j];
                }
            }
        }
    }

    private static void requireSome(int size) {
        if (size == 0) {
            throw new QuantException(QuantProblem.EMPTY, "a matrix needs at least one row");
        }
    }

    private static void requireSymmetric(double[][] rows, double tolerance) {
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < i; j++) {
                if (Math.abs(rows[i][j] - rows[j][i]) > tolerance) {
                    throw new QuantException(
                            QuantProblem.NOT_SYMMETRIC,
                            "element (%d, %d) is %s, element (%d, %d) is %s"
                                    .formatted(i, j, rows[i][j], j, i, rows[j][i]));
                }
            }
        }
    }

    private void requireSize(SymmetricMatrix other) {
        if (other.size() != size()) {
            throw new QuantException(
                    QuantProblem.WRONG_SIZE,
                    "matrices must have the same size, were %d and %d".formatted(size(), other.size()));
        }
    }
}
