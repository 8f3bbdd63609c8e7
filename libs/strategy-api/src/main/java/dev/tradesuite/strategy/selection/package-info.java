/**
 * What a strategy is: filters for events and markets, and a choice among the markets that pass.
 *
 * <p>{@link dev.tradesuite.strategy.selection.Strategy} is the port a controller implements; read it first.
 * {@link dev.tradesuite.strategy.selection.StrategyProvider} is how the rest of the suite finds it.
 */
@NullMarked
package dev.tradesuite.strategy.selection;

import org.jspecify.annotations.NullMarked;
