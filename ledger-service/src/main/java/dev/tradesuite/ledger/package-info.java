/**
 * The books: what every account holds, what it has won and lost, and what it is worth now.
 *
 * <p>Fills arrive from the orchestrator and are booked exactly once, together with the cash they move. Read
 * {@link dev.tradesuite.ledger.position.Netting} first, which turns a fill into a position, then
 * {@link dev.tradesuite.ledger.account.Books}, which keeps the accounts. Portfolios of prediction-market positions have
 * books of their own: read {@link dev.tradesuite.ledger.prediction.Portfolio}.
 */
@NullMarked
package dev.tradesuite.ledger;

import org.jspecify.annotations.NullMarked;
