package dev.tradesuite.contracts.orchestrator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an order wants to be filled. */
public enum OrderType {
    /** Now, at the price there is. */
    @JsonProperty("market")
    MARKET,
    /** At the limit price or better. */
    @JsonProperty("limit")
    LIMIT,
    /** At the market, once the price has reached the trigger. */
    @JsonProperty("stop")
    STOP,
    /** At the limit price or better, once the price has reached the trigger. */
    @JsonProperty("stop_limit")
    STOP_LIMIT;

    /** Whether an order of this type states a limit price. */
    public boolean hasLimit() {
        return this == LIMIT || this == STOP_LIMIT;
    }

    /** Whether an order of this type states a trigger. */
    public boolean hasTrigger() {
        return this == STOP || this == STOP_LIMIT;
    }
}
