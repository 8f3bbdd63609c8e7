/**
 * Counts what the front door leaves unanswered.
 *
 * <p>Read {@link dev.tradesuite.benchmarks.door.KeepAliveBenchmark} first.
 */
@NullMarked
package dev.tradesuite.benchmarks.door;

import org.jspecify.annotations.NullMarked;
