package dev.tradesuite.contracts.signals;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a paper account did when a bar closed. */
public enum AccountAction {
    /** A position was opened. */
    @JsonProperty("opened")
    OPENED,
    /** A position was closed and one on the other side opened. */
    @JsonProperty("reversed")
    REVERSED,
    /** The signal ended a position. */
    @JsonProperty("closed")
    CLOSED,
    /** A position stayed open. */
    @JsonProperty("kept")
    KEPT,
    /** The bar ended a position at its stop or target, or with the capital, before the signal counted. */
    @JsonProperty("exited")
    EXITED,
    /** There was no position, and there is none. */
    @JsonProperty("nothing")
    NOTHING
}
