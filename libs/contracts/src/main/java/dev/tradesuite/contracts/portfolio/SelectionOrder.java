package dev.tradesuite.contracts.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What makes one strategy better than another. */
public enum SelectionOrder {
    /** The higher ratio of mean return and volatility of a year. */
    @JsonProperty("sharpe")
    SHARPE,
    /** The higher mean return of a year. */
    @JsonProperty("return")
    RETURN,
    /** The lower volatility of a year. */
    @JsonProperty("volatility")
    VOLATILITY
}
