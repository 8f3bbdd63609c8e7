package dev.tradesuite.contracts.market;

/** Direction of a position. */
public enum Direction {
    LONG,
    SHORT,
    FLAT
}
