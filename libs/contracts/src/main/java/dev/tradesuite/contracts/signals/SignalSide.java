package dev.tradesuite.contracts.signals;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a signal means to somebody who would follow it. */
public enum SignalSide {
    @JsonProperty("buy")
    BUY,
    @JsonProperty("sell")
    SELL,
    @JsonProperty("hold")
    HOLD
}
