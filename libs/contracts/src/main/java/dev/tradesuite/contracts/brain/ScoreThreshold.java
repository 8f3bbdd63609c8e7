package dev.tradesuite.contracts.brain;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * From where on a score leads to a position.
 *
 * @param signal position it leads to
 * @param beyond on which side of the value
 * @param value that it is compared with
 */
public record ScoreThreshold(PositionSignal signal, Beyond beyond, double value) {

    /** A side of a value. */
    public enum Beyond {
        @JsonProperty("above")
        ABOVE,
        @JsonProperty("below")
        BELOW
    }
}
