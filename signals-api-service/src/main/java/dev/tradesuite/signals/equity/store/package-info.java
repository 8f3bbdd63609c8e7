/** Equity points and their roll-ups, from the tables the books write. */
@NullMarked
package dev.tradesuite.signals.equity.store;

import org.jspecify.annotations.NullMarked;
