/**
 * What accounts can lose as they stand, from memory that events move; and what happens when a limit is passed.
 *
 * <p>Read {@link dev.tradesuite.portfolio.monitoring.LiveRiskCalculator} first, then
 * {@link dev.tradesuite.portfolio.monitoring.LimitWatchService}.
 */
@NullMarked
package dev.tradesuite.portfolio.monitoring;

import org.jspecify.annotations.NullMarked;
