package dev.tradesuite.contracts.ledger;

/** Whether a portfolio takes part in cycles. */
public enum PortfolioStatus {
    /** Its cycles run, and buy. */
    ACTIVE,
    /** Nothing is bought; its cycles go on to value, sell and settle what it holds. */
    PAUSED,
    /** Ended for good: it can be read and nothing else. */
    ARCHIVED
}
