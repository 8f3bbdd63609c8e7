package dev.tradesuite.contracts.portfolio;

/** Who or what moves a strategy. */
public enum LifecycleTrigger {
    /** Somebody asked for it. */
    PERSON,
    /** A rule of the suite. */
    RULE
}
