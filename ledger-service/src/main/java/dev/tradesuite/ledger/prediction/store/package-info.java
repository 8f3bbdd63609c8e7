/**
 * Portfolios and positions as entities; orders, cycles and what is only ever added by plain SQL.
 *
 * <p>Read {@link dev.tradesuite.ledger.prediction.store.JpaPortfolios} first.
 */
@NullMarked
package dev.tradesuite.ledger.prediction.store;

import org.jspecify.annotations.NullMarked;
