/**
 * What has to hold of the books whatever fails: plain Java on what was read from them.
 *
 * <p>Read {@link dev.tradesuite.benchmarks.faults.check.LedgerCheck}.
 */
@NullMarked
package dev.tradesuite.benchmarks.faults.check;

import org.jspecify.annotations.NullMarked;
