package dev.tradesuite.learning.label;

/** What ended a trade. */
public enum Barrier {
    TARGET,
    STOP,
    TIME
}
