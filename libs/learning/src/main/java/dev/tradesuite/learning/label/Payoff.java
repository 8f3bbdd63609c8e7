package dev.tradesuite.learning.label;

/**
 * What a trade brings on average, after costs, in average true ranges at its entry.
 *
 * @param ifTrue when what was foretold came true
 * @param ifFalse when it did not
 */
public record Payoff(double ifTrue, double ifFalse) {

    public Payoff {
        if (!Double.isFinite(ifTrue) || !Double.isFinite(ifFalse)) {
            throw new IllegalArgumentException("payoffs must be finite, were %s and %s".formatted(ifTrue, ifFalse));
        }
    }

    /** What a trade can be expected to bring with this probability. */
    public double expected(double probability) {
        return probability * ifTrue + (1 - probability) * ifFalse;
    }
}
