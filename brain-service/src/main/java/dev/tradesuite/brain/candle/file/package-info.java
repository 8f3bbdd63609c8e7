/**
 * Reads candles from CSV files, plain or gzip, as other systems write them.
 *
 * <p>Read {@link dev.tradesuite.brain.candle.file.CsvCandles} first;
 * {@link dev.tradesuite.brain.candle.file.FileFormat} is what can be told about a file.
 */
@NullMarked
package dev.tradesuite.brain.candle.file;

import org.jspecify.annotations.NullMarked;
