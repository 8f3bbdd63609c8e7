package dev.tradesuite.contracts.ledger;

/** Whether a portfolio takes part in cycles. */
public enum PortfolioStatus {
    /** Its cycles run. */
    ACTIVE,
    /** Its cycles rest; positions stay and are still settled by a cycle asked for after it is resumed. */
    PAUSED,
    /** Ended for good: it can be read and nothing else. */
    ARCHIVED
}
