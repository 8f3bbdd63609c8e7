package dev.tradesuite.contracts.market;

/** What the brain or a strategy wants. */
public enum SignalAction {
    BUY,
    SELL,
    HOLD
}
