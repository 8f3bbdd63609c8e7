/**
 * Faults done to a suite under load, and a check of its books after each of them.
 *
 * <p>Read {@link dev.tradesuite.benchmarks.faults.FaultsBenchmark}, then
 * {@link dev.tradesuite.benchmarks.faults.FaultMatrix}.
 */
@NullMarked
package dev.tradesuite.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
