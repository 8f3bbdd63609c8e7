package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.linear.Vectors;

/**
 * A sum of coefficient x weight that must stay between two limits.
 *
 * @param name what a message calls it
 * @param coefficients one for each asset
 * @param least lower limit, negative infinity for none
 * @param most upper limit, infinity for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LinearRow(String name, double[] coefficients, double least, double most) {

    double value(double[] weights) {
        return Vectors.dot(coefficients, weights);
    }

    /** By how much the weights break it; 0 when they keep it. */
    double violation(double[] weights) {
        double value = value(weights);
        return Math.max(0, Math.max(least - value, value - most));
    }
}
