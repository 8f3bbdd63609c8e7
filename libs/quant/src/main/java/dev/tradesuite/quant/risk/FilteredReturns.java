package dev.tradesuite.quant.risk;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;

/**
 * Returns brought from the volatility of their time to that of now.
 *
 * @param decay of the squared returns, above 0 and below 1
 */
record FilteredReturns(double decay) {

    FilteredReturns {
        if (!(decay > 0 && decay < 1)) {
            throw new QuantException(QuantProblem.OUT_OF_RANGE, "decay must be above 0 and below 1, was " + decay);
        }
    }

    double[] apply(double[] returns) {
        double[] variances = new double[returns.length + 1];
        for (double value : returns) {
            variances[0] += value * value / returns.length;
        }
        for (int t = 0; t < returns.length; t++) {
            variances[t + 1] = decay * variances[t] + (1 - decay) * returns[t] * returns[t];
        }
        double now = Math.sqrt(variances[returns.length]);
        double[] filtered = new double[returns.length];
        for (int t = 0; t < returns.length; t++) {
            filtered[t] = returns[t] * now / Math.sqrt(variances[t]);
        }
        return filtered;
    }
}
