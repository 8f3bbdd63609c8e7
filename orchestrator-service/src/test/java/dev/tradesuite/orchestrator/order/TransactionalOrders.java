package dev.tradesuite.orchestrator.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Orders in memory, with the versions of the table. */
public final class TransactionalOrders implements TradeOrders {

    private final Map<UUID, TradeOrder> rows = new LinkedHashMap<>();

    TransactionalOrders(MemoryWork work) {
        work.takesPart(() -> {
            Map<UUID, TradeOrder> before = new LinkedHashMap<>(rows);
            return () -> {
                rows.clear();
                rows.putAll(before);
            };
        });
    }

    /** All of them, oldest first. */
    public List<TradeOrder> all() {
        return List.copyOf(rows.values());
    }

    @Override
    public List<TradeOrder> save(List<TradeOrder> orders) {
        List<TradeOrder> stored = orders.stream().map(TradeOrder::stored).toList();
        for (TradeOrder order : stored) {
            TradeOrder known = rows.get(order.id());
            if (known != null && known.version() != order.version() - 1) {
                throw new OrderMovedException(order.clientOrderId() + " was moved meanwhile");
            }
            rows.put(order.id(), order);
        }
        return stored;
    }

    @Override
    public List<TradeOrder> lock(Collection<String> clientOrderIds) {
        return rows.values().stream()
                .filter(order -> clientOrderIds.contains(order.clientOrderId()))
                .toList();
    }

    @Override
    public Optional<TradeOrder> find(UUID id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public List<TradeOrder> find(Collection<UUID> ids) {
        return rows.values().stream().filter(order -> ids.contains(order.id())).toList();
    }

    @Override
    public Optional<TradeOrder> ofDecision(UUID decisionId) {
        return rows.values().stream()
                .filter(order -> decisionId.equals(order.origin().decisionId()))
                .findFirst();
    }

    @Override
    public List<TradeOrder> open() {
        return rows.values().stream().filter(order -> !order.isFinal()).toList();
    }

    @Override
    public List<TradeOrder> protecting(Collection<String> accountIds, String symbol) {
        return open().stream()
                .filter(order -> order.isExit()
                        && !order.isUnsent()
                        && order.terms().symbol().equals(symbol)
                        && accountIds.contains(order.origin().accountId()))
                .toList();
    }

    @Override
    public Optional<TradeOrder> lastEntry(String accountId, String symbol) {
        return new ArrayList<>(rows.values())
                .reversed().stream()
                        .filter(order -> !order.terms().reduceOnly()
                                && order.terms().symbol().equals(symbol)
                                && order.origin().accountId().equals(accountId))
                        .findFirst();
    }

    @Override
    public List<TradeOrder> find(Filter filter) {
        return all().reversed().stream()
                .filter(order -> !filter.open() || !order.isFinal())
                .toList();
    }

    @Override
    public int forgetEndedBefore(Instant moment) {
        return 0;
    }
}
