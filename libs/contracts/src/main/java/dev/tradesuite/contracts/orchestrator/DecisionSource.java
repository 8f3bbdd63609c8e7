package dev.tradesuite.contracts.orchestrator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What wanted a trade. */
public enum DecisionSource {
    /** The signal of the brain. */
    @JsonProperty("signal")
    SIGNAL,
    /** A person or program that stated the order; the brain was not asked. */
    @JsonProperty("direct")
    DIRECT
}
