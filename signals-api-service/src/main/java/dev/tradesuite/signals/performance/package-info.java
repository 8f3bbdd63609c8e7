/**
 * How the models did over a period, from their trades and equity points.
 *
 * <p>Read {@link dev.tradesuite.signals.performance.PerformanceService} first.
 */
@NullMarked
package dev.tradesuite.signals.performance;

import org.jspecify.annotations.NullMarked;
