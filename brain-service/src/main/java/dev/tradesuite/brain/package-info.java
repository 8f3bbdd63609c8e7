/**
 * Candles, indicators and advisors become BUY, SELL or HOLD with a confidence and reasons.
 *
 * <p>{@link dev.tradesuite.brain.candle} stores candles and reads them back; the decision is taken in the package
 * {@code signal}.
 */
@NullMarked
package dev.tradesuite.brain;

import org.jspecify.annotations.NullMarked;
