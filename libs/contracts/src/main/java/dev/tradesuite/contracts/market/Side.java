package dev.tradesuite.contracts.market;

/** Side of an order. */
public enum Side {
    BUY,
    SELL
}
