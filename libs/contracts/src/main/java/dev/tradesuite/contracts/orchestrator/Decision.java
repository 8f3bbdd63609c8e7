package dev.tradesuite.contracts.orchestrator;

/** What the trade flow decided. */
public enum Decision {
    /** Every step agrees; the trade may be executed. */
    PROCEED,
    /** The brain sees no trade; a normal answer. */
    HOLD,
    /** A check denied the trade, no size was found, or a step could not answer. */
    REJECT
}
