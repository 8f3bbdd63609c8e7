package dev.tradesuite.contracts.orchestrator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much is stopped, from the mildest to the strictest. */
public enum StopLevel {
    /** No new entries: only what reduces a position passes, and orders that would open one are cancelled. */
    @JsonProperty("entries")
    ENTRIES,
    /** As ENTRIES, and then nothing passes any more but cancels. What protects positions stays at the brokers. */
    @JsonProperty("halt")
    HALT,
    /** As HALT, but every order is cancelled and every position closed at the market before that. */
    @JsonProperty("flatten")
    FLATTEN
}
