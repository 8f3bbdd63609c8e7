/**
 * Decides trades and carries their orders: request, signal, size, checks, decision; then reservation, order, fill.
 *
 * <p>Read {@link dev.tradesuite.orchestrator.trade.TradeFlow} first: it is the main flow from top to bottom. Orders and
 * the broker are in {@code order}, alerts from charts in {@code webhook}.
 */
@NullMarked
package dev.tradesuite.orchestrator;

import org.jspecify.annotations.NullMarked;
