/** Closed positions, from the tables the books write. */
@NullMarked
package dev.tradesuite.signals.trade.store;

import org.jspecify.annotations.NullMarked;
