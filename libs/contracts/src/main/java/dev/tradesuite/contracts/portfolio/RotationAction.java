package dev.tradesuite.contracts.portfolio;

/** What is proposed for a strategy that does not do what it should, the mildest first. */
public enum RotationAction {
    /** It gets less weight. */
    REDUCE,
    /** It trades no more until somebody lets it. */
    SUSPEND,
    /** Its weight goes to another strategy. */
    REPLACE,
    /** It trades no more, for ever. */
    RETIRE
}
