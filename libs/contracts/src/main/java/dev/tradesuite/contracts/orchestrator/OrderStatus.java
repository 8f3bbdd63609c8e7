package dev.tradesuite.contracts.orchestrator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** States of an order. */
public enum OrderStatus {
    /** There is no order yet: somebody has to approve it first. In the answer of an execute only. */
    @JsonProperty("pending_approval")
    PENDING_APPROVAL,
    @JsonProperty("new")
    NEW,
    @JsonProperty("reserved")
    RESERVED,
    @JsonProperty("submitted")
    SUBMITTED,
    @JsonProperty("partially_filled")
    PARTIALLY_FILLED,
    /** The broker was asked to cancel it and has not said yet what became of it; it may still be filled. */
    @JsonProperty("cancel_requested")
    CANCEL_REQUESTED,
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
