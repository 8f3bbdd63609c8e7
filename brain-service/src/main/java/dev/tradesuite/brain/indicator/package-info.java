/**
 * What the candles say: indicator readings and the state of the newest Fibonacci retracement.
 *
 * <p>Read {@link dev.tradesuite.brain.indicator.CandleAnalyst} first. The formulas of indicators, swings and
 * retracements stand in the quant module.
 */
@NullMarked
package dev.tradesuite.brain.indicator;

import org.jspecify.annotations.NullMarked;
