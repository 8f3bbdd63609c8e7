package dev.tradesuite.contracts.signals;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the market of an instrument can be traded. */
public enum MarketPhase {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("closed")
    CLOSED,
    /** It opens soon. */
    @JsonProperty("pre_market")
    PRE_MARKET
}
