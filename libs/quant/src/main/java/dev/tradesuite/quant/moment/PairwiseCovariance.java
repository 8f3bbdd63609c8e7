package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;

/** Covariance of two series over the periods both have, in two passes. */
final class PairwiseCovariance {

    private PairwiseCovariance() {}

    /** With n - 1, n the common periods; TOO_FEW_OBSERVATIONS below two of them. */
    static double of(String codeX, double[] x, String codeY, double[] y) {
        int count = 0;
        double sumX = 0;
        double sumY = 0;
        for (int t = 0; t < x.length; t++) {
            if (!Double.isNaN(x[t]) && !Double.isNaN(y[t])) {
                count++;
                sumX += x[t];
                sumY += y[t];
            }
        }
        if (count < 2) {
            throw new QuantException(
                    QuantProblem.TOO_FEW_OBSERVATIONS,
                    "%s and %s have %d common returns, 2 are needed".formatted(codeX, codeY, count));
        }
        return products(x, sumX / count, y, sumY / count) / (count - 1);
    }

    private static double products(double[] x, double meanX, double[] y, double meanY) {
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            double product = (x[t] - meanX) * (y[t] - meanY);
            sum += Double.isNaN(product) ? 0 : product;
        }
        return sum;
    }
}
