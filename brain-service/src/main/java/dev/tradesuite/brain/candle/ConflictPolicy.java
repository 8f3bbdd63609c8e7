package dev.tradesuite.brain.candle;

/** What to do with a row whose candle is stored with other prices. */
public enum ConflictPolicy {
    /** The stored candle stays, the row is refused. */
    KEEP,
    /** The stored candle gets the prices of the row. */
    REPLACE
}
