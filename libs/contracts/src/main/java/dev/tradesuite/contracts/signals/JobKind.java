package dev.tradesuite.contracts.signals;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a job does with bars of the past. */
public enum JobKind {
    /** Books them in the live accounts, run 0. */
    @JsonProperty("backfill")
    BACKFILL,
    /** Books them in a run of its own. */
    @JsonProperty("backtest")
    BACKTEST
}
