/**
 * How results are counted and printed. {@link dev.tradesuite.benchmarks.report.Times} holds the times of one kind of
 * call.
 */
@NullMarked
package dev.tradesuite.benchmarks.report;

import org.jspecify.annotations.NullMarked;
