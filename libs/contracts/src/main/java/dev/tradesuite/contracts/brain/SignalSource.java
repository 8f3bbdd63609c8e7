package dev.tradesuite.contracts.brain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the data behind a signal came from. */
public enum SignalSource {
    @JsonProperty("stored_candles")
    STORED_CANDLES,
    @JsonProperty("request_candles")
    REQUEST_CANDLES,
    @JsonProperty("request_indicators")
    REQUEST_INDICATORS,
    /** There was none; the signal is HOLD and says so. */
    @JsonProperty("none")
    NONE
}
