package dev.tradesuite.quant.optimiser;

/**
 * A corner portfolio, the least of variance / 2 - tolerance x return.
 *
 * @param tolerance of risk, 0 for minimum variance and up
 * @param weights of the assets
 * @param expectedReturn of the portfolio
 * @param variance of the portfolio
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Corner(double tolerance, double[] weights, double expectedReturn, double variance) {}
