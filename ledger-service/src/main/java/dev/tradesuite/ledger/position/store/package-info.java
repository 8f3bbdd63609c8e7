/** Newest prices in PostgreSQL: one row an instrument, replaced only by a newer price. */
@NullMarked
package dev.tradesuite.ledger.position.store;

import org.jspecify.annotations.NullMarked;
