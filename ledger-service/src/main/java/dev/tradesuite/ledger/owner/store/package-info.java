/** Owners in PostgreSQL. */
@NullMarked
package dev.tradesuite.ledger.owner.store;

import org.jspecify.annotations.NullMarked;
