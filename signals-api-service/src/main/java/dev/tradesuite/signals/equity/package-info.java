/** Equity of the accounts over time. */
@NullMarked
package dev.tradesuite.signals.equity;

import org.jspecify.annotations.NullMarked;
