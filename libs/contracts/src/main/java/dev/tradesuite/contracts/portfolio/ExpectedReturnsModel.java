package dev.tradesuite.contracts.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the expected returns of a year are estimated from returns. */
public enum ExpectedReturnsModel {
    /** What the money grew by in a year. */
    @JsonProperty("geometric_mean")
    GEOMETRIC_MEAN,
    /** The mean return times the periods of a year. */
    @JsonProperty("arithmetic_mean")
    ARITHMETIC_MEAN,
    /** A mean in which the newest returns count most, see {@code span}. */
    @JsonProperty("ema")
    EMA,
    /** Capital asset pricing against a market of equal weights. */
    @JsonProperty("capm")
    CAPM,
    /** Arithmetic means drawn towards their common mean. */
    @JsonProperty("james_stein")
    JAMES_STEIN
}
