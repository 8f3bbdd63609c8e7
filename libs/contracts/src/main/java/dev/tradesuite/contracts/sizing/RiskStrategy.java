package dev.tradesuite.contracts.sizing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the size of a trade is found. */
public enum RiskStrategy {
    @JsonProperty("fixed_risk")
    FIXED_RISK,
    @JsonProperty("fixed_lot")
    FIXED_LOT,
    @JsonProperty("kelly")
    KELLY,
    @JsonProperty("volatility")
    VOLATILITY
}
