/**
 * Accounts: the cash, the positions and the trades of each, and what it is worth.
 *
 * <p>Read {@link dev.tradesuite.portfolio.account.Account} first, then {@link dev.tradesuite.portfolio.account.Books},
 * where every change of an account begins.
 */
@NullMarked
package dev.tradesuite.portfolio.account;

import org.jspecify.annotations.NullMarked;
