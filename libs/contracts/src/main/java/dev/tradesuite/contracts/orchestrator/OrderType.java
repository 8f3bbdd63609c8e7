package dev.tradesuite.contracts.orchestrator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an order wants to be filled. */
public enum OrderType {
    @JsonProperty("market")
    MARKET,
    @JsonProperty("limit")
    LIMIT,
    @JsonProperty("stop")
    STOP
}
