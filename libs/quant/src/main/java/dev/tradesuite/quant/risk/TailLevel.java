package dev.tradesuite.quant.risk;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.performance.NormalDistribution;

/**
 * How sure, and how far ahead.
 *
 * @param confidence probability that the loss stays below the value at risk, 0.5 to below 1; 0.95 is usual
 * @param horizon periods ahead, 1 to 260
 */
public record TailLevel(double confidence, int horizon) {

    private static final int LONGEST = 260;

    /** QuantException OUT_OF_RANGE outside the ranges. */
    public TailLevel {
        if (!(confidence >= 0.5 && confidence < 1)) {
            throw new QuantException(QuantProblem.OUT_OF_RANGE, "confidence must be 0.5 to below 1, was " + confidence);
        }
        if (horizon < 1 || horizon > LONGEST) {
            throw new QuantException(
                    QuantProblem.OUT_OF_RANGE, "horizon must be 1 to %d, was %d".formatted(LONGEST, horizon));
        }
    }

    /** One period ahead. */
    public static TailLevel of(double confidence) {
        return new TailLevel(confidence, 1);
    }

    /** Probability of a loss beyond the value at risk. */
    double tail() {
        return 1 - confidence;
    }

    /** Standard normal value with the tail below it; not above 0. */
    double normalQuantile() {
        return NormalDistribution.quantile(tail());
    }

    /** What a deviation of one period grows by over the horizon. */
    double root() {
        return Math.sqrt(horizon);
    }
}
