package dev.tradesuite.accounting.paper;

/** What has become of a position of a paper account. */
public enum PaperPositionStatus {
    OPEN,
    /** By the signal, the target or the end of the run. */
    CLOSED,
    /** By the stop. */
    STOPPED,
    /** Because nothing was left. */
    LIQUIDATED
}
