/**
 * Runs the trade flow over a month of stored candles and counts what it decides. Read
 * {@link dev.tradesuite.benchmarks.replay.ReplayBenchmark} first.
 */
@NullMarked
package dev.tradesuite.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
