/**
 * From a trader's idea to a decision, and from a decision to an order.
 *
 * <p>Read {@link dev.tradesuite.orchestrator.trade.TradeFlow}: the main flow from top to bottom. What it asks others is
 * in the ports {@link dev.tradesuite.orchestrator.trade.Brain}, {@link dev.tradesuite.orchestrator.trade.Sizing},
 * {@link dev.tradesuite.orchestrator.trade.Risk}, {@link dev.tradesuite.orchestrator.trade.TradeAccounts} and
 * {@link dev.tradesuite.orchestrator.trade.StoredPrices}.
 */
@NullMarked
package dev.tradesuite.orchestrator.trade;

import org.jspecify.annotations.NullMarked;
