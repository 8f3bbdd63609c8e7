/**
 * How accounts and portfolios did: what they were worth over time, which trades they closed, and the figures of both.
 *
 * <p>Read {@link dev.tradesuite.ledger.performance.BooksPerformanceService} first. The formulas are those of the
 * library {@code quant}; lots are matched by {@link dev.tradesuite.accounting.account.RoundTrips}. Cash paid in or out
 * is never a return.
 */
@NullMarked
package dev.tradesuite.ledger.performance;

import org.jspecify.annotations.NullMarked;
