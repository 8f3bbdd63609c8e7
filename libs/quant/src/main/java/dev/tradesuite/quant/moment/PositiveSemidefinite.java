package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.linear.SymmetricEigen;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.Arrays;

/**
 * A matrix without negative eigenvalues and what had to change for it.
 *
 * <p>Negative eigenvalues become 0 and the matrix is rebuilt from its own vectors: the nearest positive semidefinite
 * one in the Frobenius norm (Higham 1988; PyPortfolioOpt, fix_nonpositive_semidefinite, spectral). Variances can only
 * grow. An eigenvalue within n x 2^-52 of the largest below 0 is rounding and stays as it is.
 *
 * @param matrix the repaired one; the same when nothing was wrong
 * @param negativeEigenvalues how many were below 0; 0 when nothing changed
 * @param smallestEigenvalue of the matrix as it came
 * @param largestChange largest absolute change of an element
 * @param largestVarianceChange largest change of a variance as a fraction of it; infinite when it was not above 0
 */
public record PositiveSemidefinite(
        SymmetricMatrix matrix,
        int negativeEigenvalues,
        double smallestEigenvalue,
        double largestChange,
        double largestVarianceChange) {

    /** Examines a matrix, and repairs it when it needs it. */
    public static PositiveSemidefinite of(SymmetricMatrix matrix) {
        SymmetricEigen eigen = SymmetricEigen.of(matrix);
        double rounding = matrix.size() * Math.ulp(1.0) * matrix.largest();
        int negative = (int)
                Arrays.stream(eigen.values()).filter(value -> value < -rounding).count();
        if (negative == 0) {
            return new PositiveSemidefinite(matrix, 0, eigen.smallest(), 0, 0);
        }
        SymmetricMatrix repaired = eigen.with(
                Arrays.stream(eigen.values()).map(value -> Math.max(value, 0)).toArray());
        return new PositiveSemidefinite(
                repaired,
                negative,
                eigen.smallest(),
                repaired.combined(1, matrix, -1).largest(),
                varianceChange(matrix.diagonal(), repaired.diagonal()));
    }

    /** Whether the matrix is another one than it came. */
    public boolean isChanged() {
        return negativeEigenvalues > 0;
    }

    private static double varianceChange(double[] before, double[] after) {
        double largest = 0;
        for (int i = 0; i < before.length; i++) {
            largest = Math.max(largest, before[i] > 0 ? (after[i] - before[i]) / before[i] : Double.POSITIVE_INFINITY);
        }
        return largest;
    }
}
