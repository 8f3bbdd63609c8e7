package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.linear.Vectors;

/**
 * The factor L D L' of a positive definite matrix with three diagonals.
 *
 * @param diagonal D
 * @param below elements of L below its diagonal, the last one 0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Chain(double[] diagonal, double[] below) {

    static final Chain NONE = new Chain(new double[0], new double[0]);

    /**
     * Factors the matrix with own_t + link_t + link_(t+1) on its diagonal and -link_(t+1) beside it, without taking
     * differences of the links: of link_(t+1) the part e / (e + link_(t+1)) is left to the next day, with e what is
     * left of the days before.
     */
    static Chain factor(double[] own, double[] links) {
        double[] d = new double[own.length];
        double[] l = new double[own.length];
        double left = links[0];
        for (int t = 0; t < d.length; t++) {
            double link = t + 1 < d.length ? links[t + 1] : 0;
            double e = own[t] + left;
            d[t] = e + link;
            l[t] = -link / d[t];
            left = link * (e / d[t]);
        }
        return new Chain(d, l);
    }

    /** Solves in place. */
    void solve(double[] x) {
        for (int t = 1; t < x.length; t++) {
            x[t] -= below[t - 1] * x[t - 1];
        }
        for (int t = x.length - 1; t >= 0; t--) {
            x[t] = x[t] / diagonal[t] - (t + 1 < x.length ? below[t] * x[t + 1] : 0);
        }
    }

    /** Solves for many right sides at once, row t of which has the elements t of all. */
    void solveRows(double[][] rows) {
        int width = rows[0].length;
        for (int t = 1; t < rows.length; t++) {
            Vectors.addScaled(-below[t - 1], rows[t - 1], rows[t], 0, width);
        }
        for (int t = rows.length - 1; t >= 0; t--) {
            for (int i = 0; i < width; i++) {
                rows[t][i] /= diagonal[t];
            }
            if (t + 1 < rows.length) {
                Vectors.addScaled(-below[t], rows[t + 1], rows[t], 0, width);
            }
        }
    }
}
