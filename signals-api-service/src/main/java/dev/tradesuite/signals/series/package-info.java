/**
 * What every answer about the models rests on: whose accounts it tells of.
 *
 * <p>Read {@link dev.tradesuite.signals.series.SelectionService} first.
 */
@NullMarked
package dev.tradesuite.signals.series;

import org.jspecify.annotations.NullMarked;
