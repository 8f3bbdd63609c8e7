/**
 * Candles: closed bars of an instrument, imported from files or added one by one, read by decisions and by other
 * services.
 *
 * <p>Read {@link dev.tradesuite.brain.candle.CandleStore} first for reading, then
 * {@link dev.tradesuite.brain.candle.CandleImportService} for how a file becomes candles.
 */
@NullMarked
package dev.tradesuite.brain.candle;

import org.jspecify.annotations.NullMarked;
