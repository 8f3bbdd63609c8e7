/**
 * What brain-service accepts and returns: decisions, candles, import reports, latest prices.
 *
 * <p>Read {@link dev.tradesuite.contracts.brain.DecideRequest} and {@link dev.tradesuite.contracts.brain.BrainSignal}
 * first.
 */
@NullMarked
package dev.tradesuite.contracts.brain;

import org.jspecify.annotations.NullMarked;
