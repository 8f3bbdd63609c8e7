/**
 * A strategy replayed over daily prices of the past, with the same cycle that runs it live. Plain Java.
 *
 * <p>Read {@link dev.tradesuite.backtest.Backtests} first. {@link dev.tradesuite.backtest.PriceFile} knows what the
 * files hold, {@link dev.tradesuite.backtest.PastMarkets} shows no day more than was known on it, and
 * {@link dev.tradesuite.backtest.PortfolioReplay} keeps the account.
 */
@NullMarked
package dev.tradesuite.backtest;

import org.jspecify.annotations.NullMarked;
