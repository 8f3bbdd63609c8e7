package dev.tradesuite.quant.linear;

/** QL steps with implicit shifts on a matrix of three diagonals; each turns two rows of the vectors. */
final class ImplicitQl {

    private static final int MOST_STEPS = 60;

    private final double[] d;
    private final double[] e;
    private final double[][] vectors;
    private final double negligible;

    private ImplicitQl(Tridiagonal matrix, double[][] vectors) {
        this.d = matrix.diagonal().clone();
        this.e = matrix.beside().clone();
        this.vectors = vectors;
        this.negligible = Math.ulp(1.0) * 1e-4 * Math.max(Vectors.largest(d), Vectors.largest(e));
    }

    /**
     * Eigenvalues in no order.
     *
     * @param vectors rows to turn along, so that row k becomes the vector of value k
     * @throws IllegalStateException when the steps do not converge, which is not known to happen
     */
    static double[] solve(Tridiagonal matrix, double[][] vectors) {
        ImplicitQl ql = new ImplicitQl(matrix, vectors);
        for (int low = 0; low < ql.d.length; low++) {
            ql.isolate(low);
        }
        return ql.d;
    }

    private void isolate(int low) {
        for (int step = 0; step < MOST_STEPS; step++) {
            int high = endOfBlock(low);
            if (high == low) {
                return;
            }
            step(low, high);
        }
        throw new IllegalStateException("eigenvalue " + low + " did not converge in " + MOST_STEPS + " steps");
    }

    private int endOfBlock(int low) {
        int high = low;
        while (high < d.length - 1
                && Math.abs(e[high])
                        > Math.max(negligible, Math.ulp(1.0) / 2 * (Math.abs(d[high]) + Math.abs(d[high + 1])))) {
            high++;
        }
        return high;
    }

    private void step(int low, int high) {
        double half = (d[low + 1] - d[low]) / (2 * e[low]);
        double g = d[high] - d[low] + e[low] / (half + Math.copySign(Math.hypot(half, 1), half));
        double sine = 1;
        double cosine = 1;
        double shift = 0;
        for (int i = high - 1; i >= low; i--) {
            double f = sine * e[i];
            double b = cosine * e[i];
            double r = Math.hypot(f, g);
            e[i + 1] = r;
            if (r == 0) {
                d[i + 1] -= shift;
                e[high] = 0;
                return;
            }
            sine = f / r;
            cosine = g / r;
            g = d[i + 1] - shift;
            r = (d[i] - g) * sine + 2 * cosine * b;
            shift = sine * r;
            d[i + 1] = g + shift;
            g = cosine * r - b;
            turn(vectors[i], vectors[i + 1], sine, cosine);
        }
        d[low] -= shift;
        e[low] = g;
        e[high] = 0;
    }

    private static void turn(double[] lower, double[] upper, double sine, double cosine) {
        for (int k = 0; k < lower.length; k++) {
            double f = upper[k];
            upper[k] = Math.fma(sine, lower[k], cosine * f);
            lower[k] = Math.fma(cosine, lower[k], -sine * f);
        }
    }
}
