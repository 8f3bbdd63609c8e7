package dev.tradesuite.contracts.signals;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What signals, trades and equity belong to. */
public enum RunKind {
    /** What goes on now, with what was backfilled: run 0. */
    @JsonProperty("live")
    LIVE,
    /** Bars of the past, booked in accounts of their own. */
    @JsonProperty("backtest")
    BACKTEST,
    /** Trades another system recorded. */
    @JsonProperty("import")
    IMPORT
}
