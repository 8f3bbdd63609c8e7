/**
 * The books of an account: how fills become positions, profit and margin, and what they are worth at the newest prices.
 *
 * <p>Pure calculation. Read {@link dev.tradesuite.accounting.account.Account} first, then
 * {@link dev.tradesuite.accounting.account.Netting}; who holds what is
 * {@link dev.tradesuite.accounting.account.Attribution}.
 */
@NullMarked
package dev.tradesuite.accounting.account;

import org.jspecify.annotations.NullMarked;
