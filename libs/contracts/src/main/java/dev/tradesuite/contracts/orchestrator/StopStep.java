package dev.tradesuite.contracts.orchestrator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a stop of trading does. */
public enum StopStep {
    /** It has the trading state set to REDUCE_ONLY. */
    @JsonProperty("restrict")
    RESTRICT,
    /** It cancels orders and, to flatten, closes positions. */
    @JsonProperty("clear")
    CLEAR,
    /** It has the trading state set to HALTED. */
    @JsonProperty("halt")
    HALT
}
