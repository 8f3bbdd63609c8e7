package dev.tradesuite.contracts.portfolio;

/** States of a rebalancing. */
public enum RebalancingState {
    /** A plan; nothing happens by itself. */
    DRAFT,
    /** It waits for a person. */
    PENDING_APPROVAL,
    /** Approved; prices and checks are made anew before anything is sent, and a closed market is waited for. */
    APPROVED,
    /** Its orders are sent, sales first. */
    EXECUTING,
    /** Every order was filled. */
    DONE,
    /** Some orders were filled, others not; each says why. */
    PARTIAL,
    /** Nothing was executed. */
    FAILED,
    /** A person said no. */
    REJECTED,
    /** Nobody decided in time, or the approval was over before the market opened. */
    EXPIRED,
    /** Somebody took it back before anything was executed. */
    CANCELLED
}
