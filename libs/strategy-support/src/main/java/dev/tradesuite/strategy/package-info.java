/**
 * What every strategy controller shares: a controller adds a {@link dev.tradesuite.strategy.selection.Strategy} and
 * gets the cycle, the endpoints, the markets and the calls to the books.
 *
 * <p>{@link dev.tradesuite.strategy.cycle.FullCycle} tells the story of a cycle; read it first.
 */
@NullMarked
package dev.tradesuite.strategy;

import org.jspecify.annotations.NullMarked;
