/** Equity lines and closed positions in PostgreSQL. */
@NullMarked
package dev.tradesuite.ledger.performance.store;

import org.jspecify.annotations.NullMarked;
