package dev.tradesuite.contracts.sizing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether there is a size. */
public enum SizingOutcome {
    @JsonProperty("sized")
    SIZED,
    @JsonProperty("refused")
    REFUSED
}
