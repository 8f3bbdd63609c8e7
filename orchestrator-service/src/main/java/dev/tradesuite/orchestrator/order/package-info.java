/**
 * Orders from the first line stored to the last fill, whatever the broker behind them.
 *
 * <p>Read {@link dev.tradesuite.orchestrator.order.TradeOrder} for what an order is and how it may change,
 * {@link dev.tradesuite.orchestrator.order.OrderService} for how one is sent and booked, and
 * {@link dev.tradesuite.orchestrator.order.OrderReconciliation} for what is done about orders nobody cares for.
 */
@NullMarked
package dev.tradesuite.orchestrator.order;

import org.jspecify.annotations.NullMarked;
