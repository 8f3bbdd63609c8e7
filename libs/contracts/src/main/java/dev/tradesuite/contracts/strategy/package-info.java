/**
 * What every strategy controller accepts and returns.
 *
 * <p>Read {@link dev.tradesuite.contracts.strategy.CycleReport} first: it is the answer to one full cycle.
 */
@NullMarked
package dev.tradesuite.contracts.strategy;

import org.jspecify.annotations.NullMarked;
