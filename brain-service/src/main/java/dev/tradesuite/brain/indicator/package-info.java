/**
 * What the candles say: indicator readings and the state of the newest Fibonacci retracement.
 *
 * <p>Read {@link dev.tradesuite.brain.indicator.CandleAnalyst} first.
 * {@link dev.tradesuite.brain.indicator.StandardIndicators} is the only class that knows ta4j; swings and retracements
 * come from the quant module.
 */
@NullMarked
package dev.tradesuite.brain.indicator;

import org.jspecify.annotations.NullMarked;
