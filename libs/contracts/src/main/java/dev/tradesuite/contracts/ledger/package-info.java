/**
 * The books: what ledger-service accepts, returns and publishes.
 *
 * <p>Read {@link dev.tradesuite.contracts.ledger.Account} first.
 */
@NullMarked
package dev.tradesuite.contracts.ledger;

import org.jspecify.annotations.NullMarked;
