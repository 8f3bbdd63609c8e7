package dev.tradesuite.contracts.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far back a correlation looks. */
public enum CorrelationWindow {
    /** The newest 30 daily returns. */
    @JsonProperty("30")
    DAYS_30("30"),
    /** The newest 90 daily returns. */
    @JsonProperty("90")
    DAYS_90("90"),
    /** The newest 365 daily returns. */
    @JsonProperty("365")
    DAYS_365("365"),
    /** The hourly returns of ten days. */
    @JsonProperty("10d")
    HOURS_OF_10_DAYS("10d");

    private final String wireName;

    CorrelationWindow(String wireName) {
        this.wireName = wireName;
    }

    /** The name in a request and in an answer. */
    public String wireName() {
        return wireName;
    }
}
