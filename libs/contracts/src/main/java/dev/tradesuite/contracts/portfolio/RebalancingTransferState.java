package dev.tradesuite.contracts.portfolio;

/** States of a transfer of a rebalancing. */
public enum RebalancingTransferState {
    /** Not begun. */
    PLANNED,
    /** Cash is moved as far as it is free; the rest as it becomes free. */
    OPEN,
    /** All of it was moved. */
    DONE,
    /** The books refuse it; what was moved before stays moved. */
    REFUSED,
    /** Taken back, or a later rebalancing has begun; what was moved before stays moved. */
    CANCELLED
}
