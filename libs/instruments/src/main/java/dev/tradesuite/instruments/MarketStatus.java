package dev.tradesuite.instruments;

/** Whether a market can be traded at a moment. */
public enum MarketStatus {
    OPEN,
    /** It opens soon; what is traded before the opening is thin. */
    PRE_MARKET,
    CLOSED
}
