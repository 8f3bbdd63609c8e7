/** Measures how a run of the models is booked beside a plain COPY of the same rows. */
@NullMarked
package dev.tradesuite.benchmarks.backfill;

import org.jspecify.annotations.NullMarked;
