package dev.tradesuite.contracts.orchestrator;

/** What a person is asked to approve. */
public enum ApprovalKind {
    /** Orders that bring a portfolio back to its weights. */
    REBALANCE,
    /** A trade above the size that goes without approval. */
    TRADE,
    /** A strategy that is to change its state. */
    LIFECYCLE,
    /** A strategy that is to be reduced, replaced or retired. */
    ROTATION
}
