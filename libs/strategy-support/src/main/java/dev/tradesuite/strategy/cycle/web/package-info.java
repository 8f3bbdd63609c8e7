/**
 * What every controller answers over HTTP.
 *
 * <p>Read {@link dev.tradesuite.strategy.cycle.web.StrategyController} first.
 */
@NullMarked
package dev.tradesuite.strategy.cycle.web;

import org.jspecify.annotations.NullMarked;
