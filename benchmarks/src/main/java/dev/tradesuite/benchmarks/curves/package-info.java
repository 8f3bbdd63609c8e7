/** Equity curves over HTTP beside the SQL that reads the same points. */
@NullMarked
package dev.tradesuite.benchmarks.curves;

import org.jspecify.annotations.NullMarked;
