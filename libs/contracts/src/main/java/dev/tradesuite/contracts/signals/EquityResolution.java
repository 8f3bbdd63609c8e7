package dev.tradesuite.contracts.signals;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How dense the points of an equity curve are. */
public enum EquityResolution {
    /** Every point, one a bar. */
    @JsonProperty("5m")
    POINTS("5m"),
    /** The last point of each hour, UTC. */
    @JsonProperty("1h")
    HOURS("1h"),
    /** The last point of each day, UTC. */
    @JsonProperty("1d")
    DAYS("1d");

    private final String wireName;

    EquityResolution(String wireName) {
        this.wireName = wireName;
    }

    /** The name in a request and in an answer. */
    public String wireName() {
        return wireName;
    }
}
