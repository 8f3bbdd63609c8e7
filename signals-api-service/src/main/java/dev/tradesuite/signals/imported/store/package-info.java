/** Recorded runs in PostgreSQL. */
@NullMarked
package dev.tradesuite.signals.imported.store;

import org.jspecify.annotations.NullMarked;
