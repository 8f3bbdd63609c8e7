package dev.tradesuite.contracts.signals;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What spread and slippage of a backtest are counted in. */
public enum JobCostUnit {
    /** The price itself. */
    @JsonProperty("price")
    PRICE,
    /** Pips of the instrument. */
    @JsonProperty("pips")
    PIPS,
    /** Hundredths of a percent of the price. */
    @JsonProperty("bp")
    BP
}
