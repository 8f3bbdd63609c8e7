package dev.tradesuite.sizing.position;

/** Name of a sizing method. */
public enum Strategy {
    FIXED_RISK,
    FIXED_LOT,
    KELLY,
    VOLATILITY
}
