package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;

/** Whether a series varies at all. */
final class Varying {

    private Varying() {}

    /** CONSTANT_SERIES when all values there are differ by no more than rounding. NaN counts for nothing. */
    static void require(String code, double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (value < least) {
                least = value;
            }
            if (value > most) {
                most = value;
            }
        }
        if (most - least <= 4 * Math.ulp(Math.max(Math.abs(most), 1))) {
            throw new QuantException(QuantProblem.CONSTANT_SERIES, code + " does not vary");
        }
    }
}
