package dev.tradesuite.contracts.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the distribution of losses is found. */
public enum TailRiskMethod {
    /** The returns as they were. */
    @JsonProperty("historical")
    HISTORICAL,
    /** A normal distribution. */
    @JsonProperty("normal")
    NORMAL,
    /** The normal quantile, bent by skewness and kurtosis. */
    @JsonProperty("cornish_fisher")
    CORNISH_FISHER,
    /** Drawn paths. */
    @JsonProperty("monte_carlo")
    MONTE_CARLO,
    /** The returns, each brought to the volatility of now. */
    @JsonProperty("filtered_historical")
    FILTERED_HISTORICAL
}
