package dev.tradesuite.risk.limit;

/** What is allowed, from the least to the most strict. */
public enum TradingState {
    /** Everything that passes the checks. */
    ACTIVE,
    /** Only orders that reduce a position. */
    REDUCE_ONLY,
    /** Nothing; leaving this state takes a person and a reason. */
    HALTED;

    /** Says whether this state allows less than the other. */
    public boolean isStricterThan(TradingState other) {
        return compareTo(other) > 0;
    }
}
