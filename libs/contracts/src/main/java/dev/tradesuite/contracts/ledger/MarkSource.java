package dev.tradesuite.contracts.ledger;

/** Where the price comes from that a position is valued at. */
public enum MarkSource {
    /** The position's own fill; the market has told no price since. */
    FILL,
    /** A price of the market, the same for every account. */
    MARKET
}
