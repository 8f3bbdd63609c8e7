package dev.tradesuite.contracts.portfolio;

/** What following a signal does to the holding of a strategy. */
public enum FollowingLeg {
    /** What is held is closed: the model is flat, or wants the other side. */
    CLOSE,
    /** A position is opened: the model has come to want one. */
    OPEN,
    /** What is held is made larger or smaller: the strategy has got other capital. */
    RESIZE
}
