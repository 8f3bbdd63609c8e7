package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.linear.Vectors;

/**
 * Gaussian elimination with row pivots for a square system, which need not be definite. Unknowns that the equations do
 * not tell are 0, equations that follow from others are left out: whoever asks checks the answer.
 */
final class LinearEquations {

    private static final double SINGULAR = 1e-13;

    private final double[][] matrix;
    private final double[][] right;
    private final double[] scales;
    private final int[] rowOfUnknown;

    private LinearEquations(double[][] matrix, double[][] right) {
        this.matrix = matrix;
        this.right = right;
        this.scales = new double[matrix.length];
        this.rowOfUnknown = new int[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            scales[i] = Vectors.largest(matrix[i]);
        }
    }

    /**
     * Solves A X = B; both are overwritten.
     *
     * @param matrix A by rows
     * @param right one row for each right side
     * @return the solutions, one row each
     */
    static double[][] solve(double[][] matrix, double[][] right) {
        LinearEquations equations = new LinearEquations(matrix, right);
        equations.eliminate();
        double[][] solutions = new double[right.length][];
        for (int i = 0; i < right.length; i++) {
            solutions[i] = equations.solution(right[i]);
        }
        return solutions;
    }

    private void eliminate() {
        int row = 0;
        for (int unknown = 0; unknown < matrix.length; unknown++) {
            int pivot = pivot(row, unknown);
            if (pivot < 0) {
                rowOfUnknown[unknown] = -1;
                continue;
            }
            swap(row, pivot);
            rowOfUnknown[unknown] = row;
            for (int i = row + 1; i < matrix.length; i++) {
                double factor = matrix[i][unknown] / matrix[row][unknown];
                if (factor != 0) {
                    Vectors.addScaled(-factor, matrix[row], matrix[i], unknown, matrix.length);
                    for (double[] side : right) {
                        side[i] -= factor * side[row];
                    }
                }
            }
            row++;
        }
    }

    private double[] solution(double[] side) {
        double[] x = new double[side.length];
        for (int unknown = x.length - 1; unknown >= 0; unknown--) {
            int row = rowOfUnknown[unknown];
            if (row >= 0) {
                double known = Vectors.dot(matrix[row], x, unknown + 1, x.length);
                x[unknown] = (side[row] - known) / matrix[row][unknown];
            }
        }
        return x;
    }

    /**
     * The row from one on whose element of an unknown is the largest beside what the row was; -1 when all are rounding.
     */
    private int pivot(int from, int unknown) {
        int pivot = -1;
        double best = SINGULAR;
        for (int i = from; i < matrix.length; i++) {
            double size = scales[i] > 0 ? Math.abs(matrix[i][unknown]) / scales[i] : 0;
            if (size > best) {
                best = size;
                pivot = i;
            }
        }
        return pivot;
    }

    private void swap(int a, int b) {
        double[] row = matrix[a];
        matrix[a] = matrix[b];
        matrix[b] = row;
        double scale = scales[a];
        scales[a] = scales[b];
        scales[b] = scale;
        for (double[] side : right) {
            double value = side[a];
            side[a] = side[b];
            side[b] = value;
        }
    }
}
