package dev.tradesuite.quant.linear;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, A = V diag(values) V'. Immutable.
 *
 * <p>Householder's reduction to three diagonals, then implicit QL steps (Martin and Wilkinson 1968, Dubrulle 1970).
 * Values are right to about n x 2^-52 of the largest one, vectors orthogonal to rounding.
 */
public final class SymmetricEigen {

    private final double[] values;
    private final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    public static SymmetricEigen of(SymmetricMatrix matrix) {
        Tridiagonal tridiagonal = Tridiagonal.of(matrix);
        double[][] vectors = tridiagonal.transform();
        double[] values = ImplicitQl.solve(tridiagonal, vectors);
        int[] ascending = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new SymmetricEigen(
                Arrays.stream(ascending).mapToDouble(i -> values[i]).toArray(),
                Arrays.stream(ascending).mapToObj(i -> vectors[i]).toArray(double[][]::new));
    }

    public int size() {
        return values.length;
    }

    /** Eigenvalues, the smallest first. */
    public double[] values() {
        return values.clone();
    }

    /** The smallest eigenvalue. */
    public double smallest() {
        return values[0];
    }

    /** The largest eigenvalue. */
    public double largest() {
        return values[values.length - 1];
    }

    /** The eigenvector, of length 1, of the value at an index. */
    public double[] vector(int index) {
        return vectors[index].clone();
    }

    /** Largest over smallest eigenvalue; infinite when the smallest is not above 0. */
    public double conditionNumber() {
        return smallest() > 0 ? largest() / smallest() : Double.POSITIVE_INFINITY;
    }

    /** The matrix V diag(other) V' with the same vectors and other values, in the order of {@link #values()}. */
    public SymmetricMatrix with(double[] other) {
        Vectors.requireLength(other, size());
        double[][] rows = new double[size()][size()];
        for (int k = 0; k < size(); k++) {
            if (other[k] != 0) {
                for (int i = 0; i < size(); i++) {
                    Vectors.addScaled(other[k] * vectors[k][i], vectors[k], rows[i], i, size());
                }
            }
        }
        return SymmetricMatrix.of(size(), (i, j) -> rows[i][j]);
    }
}
