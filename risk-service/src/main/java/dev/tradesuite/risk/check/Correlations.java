package dev.tradesuite.risk.check;

/** Correlations of returns, by pair of symbols. A lookup never waits for anything. */
@FunctionalInterface
public interface Correlations {

    /** Correlation of the returns of two different symbols; the order of the two does not matter. */
    PairCorrelation between(String symbol, String other);

    /**
     * Says whether every pair asked for so far could be answered. When not, what was concluded is provisional and must
     * not be acted on: {@link CorrelationSource} concludes again with the pairs at hand.
     */
    default boolean isComplete() {
        return true;
    }
}
