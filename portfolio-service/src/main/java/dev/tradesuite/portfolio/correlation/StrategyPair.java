package dev.tradesuite.portfolio.correlation;

/**
 * Two strategies.
 *
 * @param a the code that comes first in the alphabet
 * @param b the other one
 */
public record StrategyPair(String a, String b) {

    public StrategyPair {
        if (a.compareTo(b) >= 0) {
            throw new IllegalArgumentException("the first code comes first, were %s and %s".formatted(a, b));
        }
    }

    /** Of two different codes in any order. */
    public static StrategyPair of(String one, String other) {
        return one.compareTo(other) < 0 ? new StrategyPair(one, other) : new StrategyPair(other, one);
    }
}
