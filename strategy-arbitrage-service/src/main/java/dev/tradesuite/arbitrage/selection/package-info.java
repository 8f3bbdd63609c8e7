/** The rules of the strategy: {@link dev.tradesuite.arbitrage.selection.ArbitrageStrategy}. */
@NullMarked
package dev.tradesuite.arbitrage.selection;

import org.jspecify.annotations.NullMarked;
