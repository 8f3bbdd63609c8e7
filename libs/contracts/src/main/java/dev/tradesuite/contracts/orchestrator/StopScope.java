package dev.tradesuite.contracts.orchestrator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is stopped. */
public enum StopScope {
    /** One account. */
    @JsonProperty("account")
    ACCOUNT,
    /** Every account. */
    @JsonProperty("all")
    ALL
}
