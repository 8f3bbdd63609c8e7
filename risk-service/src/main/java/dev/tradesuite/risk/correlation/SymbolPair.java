package dev.tradesuite.risk.correlation;

/**
 * Two different symbols, in the order of the alphabet: a pair has one name however it is asked for.
 *
 * @param first symbol
 * @param second symbol
 */
public record SymbolPair(String first, String second) {

    /** The pair of the two. */
    static SymbolPair of(String one, String other) {
        return one.compareTo(other) <= 0 ? new SymbolPair(one, other) : new SymbolPair(other, one);
    }
}
