/**
 * How an account or a forecast did: metrics from its trades and equity points, never from averages of other metrics.
 *
 * <p>Read {@link dev.tradesuite.quant.performance.PerformanceSummary} first. Money is exact, statistics are doubles;
 * what cannot be computed is a {@link dev.tradesuite.quant.performance.Metric.Absent} with the reason, never 0 or NaN.
 */
@NullMarked
package dev.tradesuite.quant.performance;

import org.jspecify.annotations.NullMarked;
