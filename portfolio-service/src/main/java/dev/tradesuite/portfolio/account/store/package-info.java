/**
 * The books in PostgreSQL: accounts and positions as entities, trades and equity points as plain SQL.
 *
 * <p>{@link dev.tradesuite.portfolio.account.store.JpaAccounts} holds the lock that keeps changes of one account apart.
 */
@NullMarked
package dev.tradesuite.portfolio.account.store;

import org.jspecify.annotations.NullMarked;
