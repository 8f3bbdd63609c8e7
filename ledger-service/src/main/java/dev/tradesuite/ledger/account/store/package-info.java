/**
 * The books in PostgreSQL: accounts and positions as entities, trades and equity points as plain SQL.
 *
 * <p>{@link dev.tradesuite.ledger.account.store.JpaAccounts} holds the lock that keeps changes of one account apart.
 */
@NullMarked
package dev.tradesuite.ledger.account.store;

import org.jspecify.annotations.NullMarked;
