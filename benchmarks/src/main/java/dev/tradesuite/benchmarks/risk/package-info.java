/**
 * The risk of a portfolio, all methods at once, and a covariance of many assets.
 *
 * <p>Read {@link dev.tradesuite.benchmarks.risk.RiskBenchmark}.
 */
@NullMarked
package dev.tradesuite.benchmarks.risk;

import org.jspecify.annotations.NullMarked;
