/**
 * How strategies move together: correlations over windows of daily returns, kept at hand, stored every day, and told of
 * when two strategies become too much alike or the regime changes.
 *
 * <p>Start with {@link dev.tradesuite.portfolio.correlation.CorrelationService}, which answers, and
 * {@link dev.tradesuite.portfolio.correlation.CorrelationRefreshService}, which computes all anew. What is told is a
 * {@link dev.tradesuite.portfolio.correlation.CorrelationSnapshot}; the arithmetic is that of {@code quant}.
 */
@NullMarked
package dev.tradesuite.portfolio.correlation;

import org.jspecify.annotations.NullMarked;
