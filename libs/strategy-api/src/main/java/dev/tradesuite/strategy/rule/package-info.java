/**
 * Rules that more than one controller, or a backtest, decides by.
 *
 * <p>{@link dev.tradesuite.strategy.rule.MomentumRule} and {@link dev.tradesuite.strategy.rule.MeanReversionRule} give
 * a {@link dev.tradesuite.strategy.rule.OutcomeView} of a market; what is made of it is the strategy's.
 */
@NullMarked
package dev.tradesuite.strategy.rule;

import org.jspecify.annotations.NullMarked;
