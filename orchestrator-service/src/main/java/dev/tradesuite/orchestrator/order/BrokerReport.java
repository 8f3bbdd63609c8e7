package dev.tradesuite.orchestrator.order;

import java.util.List;

/**
 * Orders as a broker sees them now.
 *
 * @param orders an order before the legs of its bracket
 */
public record BrokerReport(List<BrokerOrder> orders) {

    public BrokerReport {
        orders = List.copyOf(orders);
    }

    public boolean isEmpty() {
        return orders.isEmpty();
    }
}
