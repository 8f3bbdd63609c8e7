/**
 * A strategy replayed over daily prices of the past, with the same cycle that runs it live.
 *
 * <p>Read {@link dev.tradesuite.strategy.backtest.Backtests} first. {@link dev.tradesuite.strategy.backtest.PriceFile}
 * knows what the files hold, {@link dev.tradesuite.strategy.backtest.PastMarkets} shows no day more than was known on
 * it, and {@link dev.tradesuite.strategy.backtest.ReplayBooks} keep the account.
 */
@NullMarked
package dev.tradesuite.strategy.backtest;

import org.jspecify.annotations.NullMarked;
