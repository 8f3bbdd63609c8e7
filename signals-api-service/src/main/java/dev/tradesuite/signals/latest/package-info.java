/** What every model said last, with the newest price and whether the market is open. */
@NullMarked
package dev.tradesuite.signals.latest;

import org.jspecify.annotations.NullMarked;
