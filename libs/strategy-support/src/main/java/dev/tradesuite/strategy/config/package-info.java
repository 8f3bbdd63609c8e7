/**
 * Makes a controller of a strategy: a service that has a bean of type {@code Strategy} gets everything else from here.
 *
 * <p>Read {@link dev.tradesuite.strategy.config.StrategyAutoConfiguration} first.
 */
@NullMarked
package dev.tradesuite.strategy.config;

import org.jspecify.annotations.NullMarked;
