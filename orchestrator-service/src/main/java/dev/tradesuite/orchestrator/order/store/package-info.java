/**
 * Orders, the instances that care for them, the newest prices, and the paper broker's books in PostgreSQL.
 *
 * <p>The books of the paper broker are here and not beside it, because they share the transactions of the orders.
 */
@NullMarked
package dev.tradesuite.orchestrator.order.store;

import org.jspecify.annotations.NullMarked;
