package dev.tradesuite.contracts.orchestrator;

/** States of an approval. Every one but PENDING is final, and so is APPROVED unless the approval is of a trade. */
public enum ApprovalState {
    /** Nobody has decided yet. */
    PENDING,
    /** Approved. Who asked carries it out; a trade is being carried out by the orchestrator. */
    APPROVED,
    /** Approved, checked anew, and its order is with the broker. A trade only. */
    EXECUTED,
    /** Approved, but what was approved does not hold any more; nothing was executed. A trade only. */
    NOT_EXECUTED,
    /** A person said no. */
    REJECTED,
    /** Nobody decided in time. */
    EXPIRED
}
