package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.linear.Vectors;

/** The sums of products X' X of rows X, upper half. */
final class Scatter {

    private static final int ROWS_AT_ONCE = 8;

    private Scatter() {}

    /** Eight rows at once, so that a row of the sums is loaded and stored once for all of them. */
    static double[][] of(double[][] rows, int width) {
        double[][] sums = new double[width][width];
        int t = 0;
        for (; t + ROWS_AT_ONCE <= rows.length; t += ROWS_AT_ONCE) {
            for (int i = 0; i < width; i++) {
                addEight(rows, t, i, sums[i]);
            }
        }
        for (; t < rows.length; t++) {
            for (int i = 0; i < width; i++) {
                Vectors.addScaled(rows[t][i], rows[t], sums[i], i, width);
            }
        }
        return sums;
    }

    private static void addEight(double[][] rows, int t, int i, double[] sum) {
        double[] a = rows[t];
        double[] b = rows[t + 1];
        double[] c = rows[t + 2];
        double[] d = rows[t + 3];
        double[] e = rows[t + 4];
        double[] f = rows[t + 5];
        double[] g = rows[t + 6];
        double[] h = rows[t + 7];
        double fromA = a[i];
        double fromB = b[i];
        double fromC = c[i];
        double fromD = d[i];
        double fromE = e[i];
        double fromF = f[i];
        double fromG = g[i];
        double fromH = h[i];
        for (int j = i; j < sum.length; j++) {
            double first = Math.fma(fromA, a[j], Math.fma(fromB, b[j], Math.fma(fromC, c[j], fromD * d[j])));
            double second = Math.fma(fromE, e[j], Math.fma(fromF, f[j], Math.fma(fromG, g[j], fromH * h[j])));
            sum[j] += first + second;
        }
    }
}
