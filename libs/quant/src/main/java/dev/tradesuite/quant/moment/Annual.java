package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;

/** Checks of the numbers that estimates take. */
final class Annual {

    private Annual() {}

    /** The periods in a year, when they are a number above zero. */
    static double frequency(double frequency) {
        return above(frequency, 0, "frequency");
    }

    /** The span of an exponential weight, when it is at least 1. */
    static double span(double span) {
        if (!(span >= 1 && span < Double.POSITIVE_INFINITY)) {
            throw new QuantException(QuantProblem.OUT_OF_RANGE, "span must be at least 1, was " + span);
        }
        return span;
    }

    /** The value, when it is finite. */
    static double finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new QuantException(QuantProblem.NOT_FINITE, name + " must be finite, was " + value);
        }
        return value;
    }

    private static double above(double value, double least, String name) {
        if (!(value > least && value < Double.POSITIVE_INFINITY)) {
            throw new QuantException(
                    QuantProblem.OUT_OF_RANGE, "%s must be above %s, was %s".formatted(name, least, value));
        }
        return value;
    }
}
