package dev.tradesuite.contracts.orchestrator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How long an order is wanted. */
public enum TimeInForce {
    /** Until it is cancelled. */
    @JsonProperty("gtc")
    GTC,
    /** Until the trading day ends. */
    @JsonProperty("day")
    DAY,
    /** What can be filled at once; the rest is cancelled. */
    @JsonProperty("ioc")
    IOC,
    /** All of it at once, or nothing. */
    @JsonProperty("fok")
    FOK;

    /** Whether the order is over as soon as it has arrived. */
    public boolean endsOnArrival() {
        return this == IOC || this == FOK;
    }
}
