/** The history in PostgreSQL. */
@NullMarked
package dev.tradesuite.risk.history.store;

import org.jspecify.annotations.NullMarked;
