/**
 * Programs that measure the suite beside a baseline of the same run and print both.
 *
 * <p>They assert no times: a figure means something only beside the machine and the load it was taken on. Read
 * {@link dev.tradesuite.benchmarks.Benchmarks} first; it lists the programs.
 */
@NullMarked
package dev.tradesuite.benchmarks;

import org.jspecify.annotations.NullMarked;
