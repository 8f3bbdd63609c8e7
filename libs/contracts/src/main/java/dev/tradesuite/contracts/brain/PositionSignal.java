package dev.tradesuite.contracts.brain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The position a trading model wants to have after a bar. */
public enum PositionSignal {
    /** Long; what is short is closed first. */
    @JsonProperty("long")
    LONG,
    /** Short; what is long is closed first. */
    @JsonProperty("short")
    SHORT,
    /** None: what is open is closed. */
    @JsonProperty("flat")
    FLAT,
    /** What is open is closed, and this says so: the reason to hold it is gone. */
    @JsonProperty("close")
    CLOSE
}
