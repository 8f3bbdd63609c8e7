package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.linear.Vectors;
import java.util.Arrays;

/**
 * The frontier as long as the same bounds and rows are active: weights a + t b and row multipliers, exact to rounding.
 *
 * @param program that it is the frontier of
 * @param constant a
 * @param rate b
 * @param rowConstant multipliers of the rows at t = 0
 * @param rowRate their change with t
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ActiveSegment(
        PortfolioProgram program, double[] constant, double[] rate, double[] rowConstant, double[] rowRate) {

    /**
     * Solves the equations of the active constraints.
     *
     * @param bounds -1 at the lower, 1 at the upper bound, 0 free
     * @param rows -1 at its least, 1 at its most, 0 free
     */
    static ActiveSegment of(PortfolioProgram program, int[] bounds, int[] rows) {
        int[] free = indicesOf(bounds, true);
        int[] active = indicesOf(rows, false);
        int size = free.length + 1 + active.length;
        double[] atBounds = new double[bounds.length];
        for (int i = 0; i < bounds.length; i++) {
            atBounds[i] = bounds[i] == 0
                    ? 0
                    : bounds[i] < 0 ? program.box().lower()[i] : program.box().upper()[i];
        }
        double[][] matrix = new double[size][size];
        double[][] right = new double[2][size];
        double[] pull = program.gradient(atBounds, 0);
        double scale = program.scale();
        for (int i = 0; i < free.length; i++) {
            double[] source = program.hessian()[free[i]];
            for (int j = 0; j < free.length; j++) {
                matrix[i][j] = source[free[j]] / scale;
            }
            border(matrix, i, free.length, 1);
            right[0][i] = -pull[free[i]] / scale;
            right[1][i] = program.returns()[free[i]] / scale;
        }
        right[0][free.length] = program.box().budget() - Vectors.sum(atBounds);
        for (int k = 0; k < active.length; k++) {
            LinearRow row = program.rows().get(active[k]);
            for (int i = 0; i < free.length; i++) {
                border(matrix, i, free.length + 1 + k, row.coefficients()[free[i]]);
            }
            double limit = rows[active[k]] < 0 ? row.least() : row.most();
            right[0][free.length + 1 + k] = limit - row.value(atBounds);
        }
        double[][] solved = LinearEquations.solve(matrix, right);
        double[] constant = atBounds.clone();
        double[] rate = new double[bounds.length];
        for (int i = 0; i < free.length; i++) {
            constant[free[i]] = solved[0][i];
            rate[free[i]] = solved[1][i];
        }
        double[] rowConstant = new double[rows.length];
        double[] rowRate = new double[rows.length];
        for (int k = 0; k < active.length; k++) {
            rowConstant[active[k]] = -solved[0][free.length + 1 + k] * scale;
            rowRate[active[k]] = -solved[1][free.length + 1 + k] * scale;
        }
        return new ActiveSegment(program, constant, rate, rowConstant, rowRate);
    }

    /** Where the goal is if the segment went on for ever. */
    double tolerance(Goal goal) {
        double m1 = Math.max(0, Vectors.dot(program.returns(), rate));
        return goal.tolerance(program.expectedReturn(constant), m1, program.variance(constant));
    }

    /** The point of a tolerance. */
    FrontierPoint at(double tolerance) {
        double[] weights = constant.clone();
        double[] multipliers = rowConstant.clone();
        if (tolerance != 0) {
            Vectors.addScaled(tolerance, rate, weights);
            Vectors.addScaled(tolerance, rowRate, multipliers);
        }
        return new FrontierPoint(tolerance, weights, multipliers);
    }

    private static void border(double[][] matrix, int row, int column, double value) {
        matrix[row][column] = value;
        matrix[column][row] = value;
    }

    private static int[] indicesOf(int[] marks, boolean isZero) {
        int[] indices = new int[marks.length];
        int count = 0;
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] == 0 == isZero) {
                indices[count++] = i;
            }
        }
        return Arrays.copyOf(indices, count);
    }
}
