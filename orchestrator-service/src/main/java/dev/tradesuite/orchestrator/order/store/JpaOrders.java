package dev.tradesuite.orchestrator.order.store;

import dev.tradesuite.orchestrator.order.Fill;
import dev.tradesuite.orchestrator.order.Order;
import dev.tradesuite.orchestrator.order.Orders;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Orders as entities. Fills are read by a query of their own, and only where there are some. */
@Component
final class JpaOrders implements Orders {

    private final OrderRows orders;
    private final FillRows fills;

    JpaOrders(OrderRows orders, FillRows fills) {
        this.orders = orders;
        this.fills = fills;
    }

    @Override
    public void insert(Order order) {
        addFills(orders.save(new OrderEntity(order)), order);
    }

    @Override
    public void update(Order order) {
        // The entity that lock() has read: no further query.
        OrderEntity entity = orders.findById(order.id())
                .orElseThrow(() -> new IllegalStateException(order.clientOrderId() + " is not stored"));
        entity.move(order);
        addFills(entity, order);
    }

    @Override
    public List<Order> lock(Collection<String> clientOrderIds) {
        return read(orders.lock(clientOrderIds.toArray(String[]::new)));
    }

    @Override
    public Optional<Order> find(UUID id) {
        return read(orders.findById(id).stream().toList()).stream().findFirst();
    }

    @Override
    public List<Order> open() {
        return read(orders.findOpen());
    }

    @Override
    public List<Order> find(Filter filter) {
        return read(orders.find(filter.accountId(), filter.state(), filter.symbol(), Limit.of(filter.limit())));
    }

    private void addFills(OrderEntity entity, Order order) {
        List<Fill> all = order.fills();
        for (int number = entity.knownFills(); number < all.size(); number++) {
            fills.save(new FillEntity(order.id(), number, all.get(number)));
        }
        entity.knowsFills(all.size());
    }

    private List<Order> read(List<OrderEntity> entities) {
        List<UUID> filled = entities.stream()
                .filter(OrderEntity::hasFills)
                .map(OrderEntity::id)
                .toList();
        Map<UUID, List<Fill>> byOrder = filled.isEmpty()
                ? Map.of()
                : fills.findByOrderIdInOrderByNumber(filled).stream()
                        .collect(Collectors.groupingBy(
                                FillEntity::orderId, Collectors.mapping(FillEntity::fill, Collectors.toList())));
        return entities.stream()
                .map(entity -> entity.order(byOrder.getOrDefault(entity.id(), List.of())))
                .toList();
    }
}
