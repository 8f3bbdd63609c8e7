package dev.tradesuite.quant.risk;

/** How the distribution of losses is found. */
public enum TailMethod {
    /** The returns as they were. */
    HISTORICAL,
    /** A normal distribution with their mean and deviation. */
    NORMAL,
    /** The normal quantile, bent by their skewness and kurtosis. */
    CORNISH_FISHER,
    /** Drawn paths of a Student distribution with their mean, deviation and kurtosis. */
    MONTE_CARLO,
    /** The returns as they were, each brought from the volatility of its time to that of now. */
    FILTERED_HISTORICAL
}
