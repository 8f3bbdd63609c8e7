/**
 * Accounts: the cash, the positions and the trades of each, and what it is worth.
 *
 * <p>Read {@link dev.tradesuite.accounting.account.Account} first, then
 * {@link dev.tradesuite.ledger.account.BookingService}, where every change of an account begins.
 */
@NullMarked
package dev.tradesuite.ledger.account;

import org.jspecify.annotations.NullMarked;
