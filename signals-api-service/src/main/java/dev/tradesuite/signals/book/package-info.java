/**
 * The paper accounts of the models: every closed bar with its signals is booked once, in order.
 *
 * <p>Read {@link dev.tradesuite.signals.book.BarBookingService} first. What a bar does to an account is said by
 * {@link dev.tradesuite.accounting.paper.PaperAccount}, the same live, in a backfill and in a backtest.
 */
@NullMarked
package dev.tradesuite.signals.book;

import org.jspecify.annotations.NullMarked;
