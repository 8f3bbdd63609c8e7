package dev.tradesuite.contracts.portfolio;

/** What became of a step of following. */
public enum FollowingOutcome {
    /** It is under way: it is tried again until the signal is older than one bar. */
    PENDING,
    /** There is an order. */
    ORDERED,
    /** There is none, and never will be; the reason says why. */
    NOT_FOLLOWED
}
