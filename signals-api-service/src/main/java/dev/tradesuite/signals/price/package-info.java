/** Prices between bars, which are of the moment: the newest of each symbol, in memory. */
@NullMarked
package dev.tradesuite.signals.price;

import org.jspecify.annotations.NullMarked;
