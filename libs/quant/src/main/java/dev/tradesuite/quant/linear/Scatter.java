package dev.tradesuite.quant.linear;

import java.util.Arrays;

/** The sums of products X' diag(w) X of rows X. */
public final class Scatter {

    private static final int ROWS_AT_ONCE = 4;

    private Scatter() {}

    /** X' X / divisor of at least one row. */
    public static SymmetricMatrix of(double[][] rows, double divisor) {
        int width = rows[0].length;
        double[] weights = new double[rows.length];
        Arrays.fill(weights, 1);
        double[][] sums = new double[width][width];
        add(weights, rows, sums);
        for (double[] sum : sums) {
            for (int j = 0; j < width; j++) {
                sum[j] /= divisor;
            }
        }
        return SymmetricMatrix.mirrored(sums);
    }

    /**
     * Adds X' diag(w) X to the upper half of sums; what is below their diagonal afterwards has no meaning. Four rows
     * and two sums at once, so that little of the time goes into loading and storing.
     */
    public static void add(double[] weights, double[][] rows, double[][] sums) {
        int width = sums.length;
        int t = 0;
        for (; t + ROWS_AT_ONCE <= rows.length; t += ROWS_AT_ONCE) {
            int i = 0;
            for (; i + 2 <= width; i += 2) {
                addFour(weights, rows, t, i, sums);
            }
            for (int k = t; k < t + ROWS_AT_ONCE && i < width; k++) {
                Vectors.addScaled(weights[k] * rows[k][i], rows[k], sums[i], i, width);
            }
        }
        for (; t < rows.length; t++) {
            for (int i = 0; i < width; i++) {
                Vectors.addScaled(weights[t] * rows[t][i], rows[t], sums[i], i, width);
            }
        }
    }

    /** Adds the products of four rows, from one on, to two sums, from one on. */
    private static void addFour(double[] weights, double[][] rows, int t, int i, double[][] sums) {
        double[] a = rows[t];
        double[] b = rows[t + 1];
        double[] c = rows[t + 2];
        double[] d = rows[t + 3];
        double[] first = sums[i];
        double[] second = sums[i + 1];
        double firstA = weights[t] * a[i];
        double firstB = weights[t + 1] * b[i];
        double firstC = weights[t + 2] * c[i];
        double firstD = weights[t + 3] * d[i];
        double secondA = weights[t] * a[i + 1];
        double secondB = weights[t + 1] * b[i + 1];
        double secondC = weights[t + 2] * c[i + 1];
        double secondD = weights[t + 3] * d[i + 1];
        int width = sums.length;
        for (int j = i; j < width; j++) {
            double ofA = a[j];
            double ofB = b[j];
            double ofC = c[j];
            double ofD = d[j];
            first[j] = Math.fma(
                    firstD, ofD, Math.fma(firstC, ofC, Math.fma(firstB, ofB, Math.fma(firstA, ofA, first[j]))));
            second[j] = Math.fma(
                    secondD, ofD, Math.fma(secondC, ofC, Math.fma(secondB, ofB, Math.fma(secondA, ofA, second[j]))));
        }
    }
}
