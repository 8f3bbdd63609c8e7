/**
 * Cycles of many portfolios, through the suite and without it.
 *
 * <p>Read {@link dev.tradesuite.benchmarks.cycles.RunAllBenchmark}.
 */
@NullMarked
package dev.tradesuite.benchmarks.cycles;

import org.jspecify.annotations.NullMarked;
