package dev.tradesuite.instruments;

/** Side of an order. */
public enum Side {
    BUY,
    SELL;

    /** 1 for BUY, -1 for SELL: the sign of the profit when the price rises. */
    public int sign() {
        return this == BUY ? 1 : -1;
    }

    /** The side that closes a position opened by this one. */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
