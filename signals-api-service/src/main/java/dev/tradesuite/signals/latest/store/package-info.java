/** Newest signals and the price of the newest bar, from the tables the books write. */
@NullMarked
package dev.tradesuite.signals.latest.store;

import org.jspecify.annotations.NullMarked;
