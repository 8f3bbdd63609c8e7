/**
 * What an account may risk, and whether it may trade at all: {@link dev.tradesuite.risk.limit.Limits} and the trading
 * state.
 *
 * <p>Read {@link dev.tradesuite.risk.limit.TradingStates} for who may change a state and how. Plain Java; SQL and HTTP
 * are in the packages below.
 */
@NullMarked
package dev.tradesuite.risk.limit;

import org.jspecify.annotations.NullMarked;
