package dev.tradesuite.orchestrator.order;

/** How an order wants to be filled. */
public enum OrderType {
    /** Now, at the price there is. */
    MARKET,
    /** At the limit price or better. */
    LIMIT,
    /** At the market, once the price has reached the trigger. */
    STOP
}
