package dev.tradesuite.contracts.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a sum of weights compares with its limit. */
public enum ConstraintOperator {
    @JsonProperty("<=")
    AT_MOST,
    @JsonProperty(">=")
    AT_LEAST,
    @JsonProperty("=")
    EQUAL
}
