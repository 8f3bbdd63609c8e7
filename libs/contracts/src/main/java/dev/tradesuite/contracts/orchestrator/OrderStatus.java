package dev.tradesuite.contracts.orchestrator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** States of an order. */
public enum OrderStatus {
    @JsonProperty("new")
    NEW,
    @JsonProperty("reserved")
    RESERVED,
    @JsonProperty("submitted")
    SUBMITTED,
    @JsonProperty("partially_filled")
    PARTIALLY_FILLED,
    @JsonProperty("filled")
    FILLED,
    /** Refused by our own checks. */
    @JsonProperty("denied")
    DENIED,
    /** Refused by the broker. */
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("expired")
    EXPIRED
}
