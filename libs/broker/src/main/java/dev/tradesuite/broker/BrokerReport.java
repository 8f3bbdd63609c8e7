package dev.tradesuite.broker;

import java.util.List;
import java.util.Optional;

/**
 * Orders as a broker sees them now.
 *
 * @param orders an order before the legs of its bracket
 */
public record BrokerReport(List<BrokerOrder> orders) {

    /** A broker that knows nothing of what it was asked. */
    public static final BrokerReport NONE = new BrokerReport(List.of());

    public BrokerReport {
        orders = List.copyOf(orders);
    }

    public boolean isEmpty() {
        return orders.isEmpty();
    }

    /** What it says of an order; empty when it does not know it. */
    public Optional<BrokerOrder> find(String clientOrderId) {
        return orders.stream()
                .filter(order -> order.clientOrderId().equals(clientOrderId))
                .findFirst();
    }
}
