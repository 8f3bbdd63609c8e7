/**
 * The books: what every account holds, what it has won and lost, and what it is worth now.
 *
 * <p>Fills arrive from the orchestrator and are booked exactly once, together with the cash they move: read
 * {@link dev.tradesuite.ledger.account.BookingService}. The cycles of strategies trade for portfolios: read
 * {@link dev.tradesuite.ledger.prediction.PortfolioOrderService}. What is reckoned is in the library
 * {@code accounting}.
 */
@NullMarked
package dev.tradesuite.ledger;

import org.jspecify.annotations.NullMarked;
