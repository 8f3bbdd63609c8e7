package dev.tradesuite.contracts.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a cluster of assets is from another. */
public enum LinkageMethod {
    /** The nearest two of them. */
    @JsonProperty("single")
    SINGLE,
    /** The farthest two of them. */
    @JsonProperty("complete")
    COMPLETE,
    /** The mean of all pairs. */
    @JsonProperty("average")
    AVERAGE,
    /** By the growth of the squared distances within. */
    @JsonProperty("ward")
    WARD
}
