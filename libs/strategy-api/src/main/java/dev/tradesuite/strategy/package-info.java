/**
 * What a strategy is, and the cycle every strategy runs: events and markets in, order intents out. Plain Java; the
 * Spring shell of a controller is strategy-support.
 *
 * <p>{@link dev.tradesuite.strategy.selection.Strategy} is what a controller implements, and
 * {@link dev.tradesuite.strategy.cycle.FullCycle} what runs it.
 */
@NullMarked
package dev.tradesuite.strategy;

import org.jspecify.annotations.NullMarked;
