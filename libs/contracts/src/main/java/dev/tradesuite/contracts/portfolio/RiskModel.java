package dev.tradesuite.contracts.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the covariance of a year is estimated from returns. */
public enum RiskModel {
    /** Each pair over the periods that both have. */
    @JsonProperty("sample")
    SAMPLE,
    /** What is below {@code benchmark_return} alone. */
    @JsonProperty("semicovariance")
    SEMICOVARIANCE,
    /** The newest returns count most, see {@code span}. */
    @JsonProperty("exponential")
    EXPONENTIAL,
    /** Drawn to equal variances without correlation. */
    @JsonProperty("ledoit_wolf_constant_variance")
    LEDOIT_WOLF_CONSTANT_VARIANCE,
    /** Drawn to the covariance of a common market. */
    @JsonProperty("ledoit_wolf_single_factor")
    LEDOIT_WOLF_SINGLE_FACTOR,
    /** Drawn to the mean correlation. */
    @JsonProperty("ledoit_wolf_constant_correlation")
    LEDOIT_WOLF_CONSTANT_CORRELATION,
    /** Oracle approximating shrinkage. */
    @JsonProperty("oas")
    OAS,
    /** Eigenvalues that noise alone would have are made equal. */
    @JsonProperty("denoised")
    DENOISED
}
