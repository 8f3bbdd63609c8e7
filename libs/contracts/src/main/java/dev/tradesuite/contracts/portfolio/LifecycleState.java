package dev.tradesuite.contracts.portfolio;

/** How far a strategy has come on its way to capital. */
public enum LifecycleState {
    /** It is known, and nothing more. */
    DISCOVERY,
    /** Its history is being examined. */
    VALIDATION,
    /** It trades without money. */
    PAPER,
    /** It trades with money. */
    LIVE,
    /** It is stopped for the time being. */
    SUSPENDED,
    /** It is over, for good. */
    RETIRED
}
