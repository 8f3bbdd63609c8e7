package dev.tradesuite.contracts.orchestrator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a stop of trading stands. */
public enum StopState {
    /** It is under way, or waits for what does not answer. */
    @JsonProperty("running")
    RUNNING,
    /** Everything is done. */
    @JsonProperty("done")
    DONE,
    /** Another one that is as strict or stricter goes on in its place. */
    @JsonProperty("superseded")
    SUPERSEDED,
    /** It was refused; its reason says why. */
    @JsonProperty("failed")
    FAILED
}
