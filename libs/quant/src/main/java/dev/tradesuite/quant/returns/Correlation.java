package dev.tradesuite.quant.returns;

import java.util.OptionalDouble;

/**
 * Pearson correlation of two series of the same length.
 *
 * <p>Computed in two passes, the means first, so that a large common level costs no digits. The result is kept within
 * -1 to 1, which rounding could leave by one unit in the last place.
 */
public final class Correlation {

    private Correlation() {}

    /**
     * Pearson correlation, covariance / (deviation x deviation).
     *
     * @return -1 to 1; empty when there are fewer than two pairs or one of the series does not vary
     */
    public static OptionalDouble pearson(double[] x, double[] y) {
        requirePairs(x, y);
        double correlation = over(x, y, 0, x.length);
        return Double.isNaN(correlation) ? OptionalDouble.empty() : OptionalDouble.of(correlation);
    }

    /**
     * Pearson correlation over a window that moves along the series.
     *
     * @param window number of pairs, at least 2
     * @return one value for each full window: element i covers the pairs i to i + window - 1; NaN where one of the
     *     series does not vary; empty when there are fewer pairs than the window needs
     */
    public static double[] rolling(double[] x, double[] y, int window) {
        requirePairs(x, y);
        if (window < 2) {
            throw new IllegalArgumentException("window must be at least 2, was " + window);
        }
        double[] correlations = new double[Math.max(0, x.length - window + 1)];
        for (int i = 0; i < correlations.length; i++) {
            correlations[i] = over(x, y, i, i + window);
        }
        return correlations;
    }

    private static double over(double[] x, double[] y, int from, int to) {
        double meanX = 0;
        double meanY = 0;
        for (int i = from; i < to; i++) {
            meanX += x[i];
            meanY += y[i];
        }
        meanX /= to - from;
        meanY /= to - from;
        double squaresX = 0;
        double squaresY = 0;
        double products = 0;
        for (int i = from; i < to; i++) {
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            squaresX += dx * dx;
            squaresY += dy * dy;
            products += dx * dy;
        }
        if (doesNotVary(squaresX, meanX, to - from) || doesNotVary(squaresY, meanY, to - from)) {
            return Double.NaN;
        }
        double correlation = products / (Math.sqrt(squaresX) * Math.sqrt(squaresY));
        return Math.max(-1, Math.min(1, correlation));
    }

    /** Whether the squares are no more than what rounding the mean of a constant series leaves behind. */
    private static boolean doesNotVary(double squares, double mean, int count) {
        double rounding = count * Math.ulp(mean);
        return squares <= count * rounding * rounding;
    }

    private static void requirePairs(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "both series must have the same length, were " + x.length + " and " + y.length);
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                throw new IllegalArgumentException("pair " + i + " must be finite, was " + x[i] + " and " + y[i]);
            }
        }
    }
}
