/**
 * Where the controllers of the strategies are.
 *
 * <p>Read {@link dev.tradesuite.support.strategy.StrategyAddresses}: every service that calls a controller asks it.
 */
@NullMarked
package dev.tradesuite.support.strategy;

import org.jspecify.annotations.NullMarked;
