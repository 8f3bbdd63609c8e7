package dev.tradesuite.contracts.portfolio;

/** Where target weights come from. */
public enum TargetOrigin {
    /** A stored answer of the optimiser. */
    OPTIMUM,
    /** Somebody stated them. */
    PERSON,
    /** A rotation took weight from a strategy. */
    ROTATION,
    /** A strategy was suspended or retired. */
    LIFECYCLE
}
