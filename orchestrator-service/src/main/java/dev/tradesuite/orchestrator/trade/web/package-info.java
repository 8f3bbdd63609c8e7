/**
 * Trades and direct orders over HTTP.
 *
 * <p>Read {@link dev.tradesuite.orchestrator.trade.web.TradeController}. What the fields of a request ask of one
 * another is in {@code TradeRule} and {@code OrderRule}; {@link dev.tradesuite.orchestrator.trade.web.TradeMapper}
 * reads a request that keeps the rules.
 */
@NullMarked
package dev.tradesuite.orchestrator.trade.web;

import org.jspecify.annotations.NullMarked;
