/**
 * Correlations of stored returns, kept at hand so that a check never waits for them.
 *
 * <p>Read {@link dev.tradesuite.risk.correlation.CorrelationBook} first. Where the closes come from is behind
 * {@link dev.tradesuite.risk.correlation.CloseSource}.
 */
@NullMarked
package dev.tradesuite.risk.correlation;

import org.jspecify.annotations.NullMarked;
