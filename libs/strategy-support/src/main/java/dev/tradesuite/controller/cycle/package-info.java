/**
 * Makes a controller of a strategy: a service whose entry point is a
 * {@link dev.tradesuite.strategy.selection.StrategyProvider} gets the cycle, its endpoints and the books from here.
 *
 * <p>Read {@link dev.tradesuite.controller.cycle.StrategyCycleConfig} first.
 */
@NullMarked
package dev.tradesuite.controller.cycle;

import org.jspecify.annotations.NullMarked;
