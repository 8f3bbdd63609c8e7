/** Measures the import of candles beside a plain COPY of the same rows. */
@NullMarked
package dev.tradesuite.benchmarks.candles;

import org.jspecify.annotations.NullMarked;
