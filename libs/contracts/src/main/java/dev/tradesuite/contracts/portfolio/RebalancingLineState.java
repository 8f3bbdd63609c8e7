package dev.tradesuite.contracts.portfolio;

/** States of an order of a rebalancing. */
public enum RebalancingLineState {
    /** Not sent yet. */
    PLANNED,
    /** On its way; until its end is known it is sent again as the same order. */
    SENT,
    /** Filled in full. */
    FILLED,
    /** Filled in part; the rest was cancelled. */
    PARTIAL,
    /** Refused, or ended without a fill. */
    REFUSED,
    /** Never sent. */
    SKIPPED
}
