/**
 * Backfills and backtests: bars of the past, judged by the brain again, go through the same books as bars that close
 * now. Any number of instances share them, one symbol at a time; a job whose instance died goes on at its checkpoint.
 *
 * <p>Read {@link dev.tradesuite.signals.job.JobRunner} first.
 */
@NullMarked
package dev.tradesuite.signals.job;

import org.jspecify.annotations.NullMarked;
