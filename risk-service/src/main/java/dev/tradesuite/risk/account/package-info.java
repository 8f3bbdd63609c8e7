/**
 * What risk remembers of accounts: figures as the books report them, limits, day and highest equity, and what happens
 * when a limit is passed.
 *
 * <p>Read {@link dev.tradesuite.risk.account.AccountBooks} first, then
 * {@link dev.tradesuite.risk.account.BreachMonitor}. A change of an account is made under the lock of its row, on a
 * {@link dev.tradesuite.risk.account.LockedAccount}.
 */
@NullMarked
package dev.tradesuite.risk.account;

import org.jspecify.annotations.NullMarked;
