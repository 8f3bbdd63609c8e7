package dev.tradesuite.brain.indicator;

import dev.tradesuite.quant.swing.Retracement;
import java.util.Optional;

/**
 * What a series of candles says about its last candle.
 *
 * @param readings standard indicators
 * @param retracement state of the newest Fibonacci retracement; absent when the market has no range to measure it in
 * @param flat whether the candles have no range, so that indicators of range say nothing
 */
public record Analysis(Readings readings, Optional<Retracement> retracement, boolean flat) {}
