package dev.tradesuite.contracts.signals;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a closed trade brought, all costs taken off. */
public enum TradeOutcome {
    @JsonProperty("win")
    WIN("win"),
    @JsonProperty("loss")
    LOSS("loss"),
    /** Exactly nothing. */
    @JsonProperty("even")
    EVEN("even");

    private final String wireName;

    TradeOutcome(String wireName) {
        this.wireName = wireName;
    }

    /** The name in a request and in an answer. */
    public String wireName() {
        return wireName;
    }
}
