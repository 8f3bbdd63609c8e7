/** Accounts in PostgreSQL, with their positions and history. */
@NullMarked
package dev.tradesuite.risk.account.store;

import org.jspecify.annotations.NullMarked;
