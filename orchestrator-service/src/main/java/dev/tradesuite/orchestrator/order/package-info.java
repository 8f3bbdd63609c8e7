/**
 * Orders from the first line in the book to the last fill, whatever the broker behind them.
 *
 * <p>Read {@link dev.tradesuite.orchestrator.order.Order} for what an order is and how it may change,
 * {@link dev.tradesuite.orchestrator.order.OrderDesk} for how one is sent and booked, and
 * {@link dev.tradesuite.orchestrator.order.Broker} for what a broker has to do. The paper broker is in {@code paper}.
 */
@NullMarked
package dev.tradesuite.orchestrator.order;

import org.jspecify.annotations.NullMarked;
