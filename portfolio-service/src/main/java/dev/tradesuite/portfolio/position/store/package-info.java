/** Newest prices in PostgreSQL: one row an instrument, replaced only by a newer price. */
@NullMarked
package dev.tradesuite.portfolio.position.store;

import org.jspecify.annotations.NullMarked;
