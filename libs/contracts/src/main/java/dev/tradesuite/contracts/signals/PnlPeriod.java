package dev.tradesuite.contracts.signals;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The calendar period whose closed trades are summed up; it ends now. */
public enum PnlPeriod {
    @JsonProperty("today")
    TODAY("today"),
    /** From Monday on. */
    @JsonProperty("week")
    WEEK("week"),
    @JsonProperty("month")
    MONTH("month"),
    @JsonProperty("all")
    ALL("all");

    private final String wireName;

    PnlPeriod(String wireName) {
        this.wireName = wireName;
    }

    /** The name in a request and in an answer. */
    public String wireName() {
        return wireName;
    }
}
