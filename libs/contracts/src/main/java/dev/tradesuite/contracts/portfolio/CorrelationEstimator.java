package dev.tradesuite.contracts.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How correlations are estimated. */
public enum CorrelationEstimator {
    /** Each pair over the days both have. */
    @JsonProperty("sample")
    SAMPLE("sample"),
    /** Drawn to one correlation for all pairs, over the days every strategy has. */
    @JsonProperty("ledoit_wolf")
    LEDOIT_WOLF("ledoit_wolf");

    private final String wireName;

    CorrelationEstimator(String wireName) {
        this.wireName = wireName;
    }

    /** The name in a request and in an answer. */
    public String wireName() {
        return wireName;
    }
}
