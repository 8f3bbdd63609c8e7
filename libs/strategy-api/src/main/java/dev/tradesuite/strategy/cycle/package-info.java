/**
 * One full cycle of one portfolio, the same for every strategy.
 *
 * <p>{@link dev.tradesuite.strategy.cycle.FullCycle} takes the turn of a portfolio and
 * {@link dev.tradesuite.strategy.cycle.RunningCycle} tells what happens in it; read the latter first.
 */
@NullMarked
package dev.tradesuite.strategy.cycle;

import org.jspecify.annotations.NullMarked;
