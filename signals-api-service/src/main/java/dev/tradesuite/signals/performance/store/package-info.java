/** What the books keep ready: the return of the day and the open positions. */
@NullMarked
package dev.tradesuite.signals.performance.store;

import org.jspecify.annotations.NullMarked;
