/**
 * The controller of the strategy {@code arbitrage}: buys every outcome of a set, one of which must come true, when all
 * of them together cost less than they pay.
 *
 * <p>{@link dev.tradesuite.arbitrage.selection.ArbitrageStrategy} has the rules; everything else is strategy-support.
 */
@NullMarked
package dev.tradesuite.arbitrage;

import org.jspecify.annotations.NullMarked;
