package dev.tradesuite.contracts.signals;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The time before the newest bar over which models are compared. */
public enum ComparisonPeriod {
    @JsonProperty("24h")
    DAY("24h"),
    @JsonProperty("7d")
    WEEK("7d"),
    @JsonProperty("30d")
    MONTH("30d"),
    @JsonProperty("all")
    ALL("all");

    private final String wireName;

    ComparisonPeriod(String wireName) {
        this.wireName = wireName;
    }

    /** The name in a request and in an answer. */
    public String wireName() {
        return wireName;
    }
}
