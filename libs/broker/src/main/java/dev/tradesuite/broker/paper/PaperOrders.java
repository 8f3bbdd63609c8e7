package dev.tradesuite.broker.paper;

import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The orders of a book, and which of them changed. Not safe for many threads. */
final class PaperOrders {

    private final Map<String, PaperBookOrder> orders = new LinkedHashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<String> priced = new LinkedHashSet<>();

    PaperOrders(Collection<PaperBookOrder> kept) {
        kept.forEach(order -> orders.put(order.clientOrderId(), order));
    }

    Optional<PaperBookOrder> find(String clientOrderId) {
        return Optional.ofNullable(orders.get(clientOrderId));
    }

    /** The order as it is by now; what was listed before may have been filled or ended since. */
    PaperBookOrder current(PaperBookOrder listed) {
        return orders.getOrDefault(listed.clientOrderId(), listed);
    }

    /** Stops first: where stop and target lie in one candle, the stop is taken for the one that came first. */
    List<PaperBookOrder> working() {
        return orders.values().stream()
                .filter(PaperBookOrder::isWorking)
                .sorted(Comparator.comparingInt(PaperOrders::rank))
                .toList();
    }

    private static int rank(PaperBookOrder order) {
        if (!order.terms().reduceOnly()) {
            return 2;
        }
        return order.terms().type() == OrderType.LIMIT ? 1 : 0;
    }

    /** Working legs of the same bracket, this one left out. */
    List<PaperBookOrder> othersOf(PaperBookOrder leg) {
        return orders.values().stream()
                .filter(order -> order.isWorking()
                        && leg.bracket() != null
                        && leg.bracket().equals(order.bracket())
                        && !leg.clientOrderId().equals(order.clientOrderId()))
                .toList();
    }

    /** The brackets with legs that work, the oldest first, each with those legs. */
    List<List<PaperBookOrder>> brackets() {
        Map<String, List<PaperBookOrder>> legs = new LinkedHashMap<>();
        orders.values().stream()
                .filter(PaperBookOrder::isWorking)
                .sorted(Comparator.comparing(
                        PaperBookOrder::acceptedAt, Comparator.nullsFirst(Comparator.naturalOrder())))
                .forEach(order -> {
                    if (order.bracket() != null) {
                        legs.computeIfAbsent(order.bracket(), _ -> new ArrayList<>())
                                .add(order);
                    }
                });
        return List.copyOf(legs.values());
    }

    /** Working legs that were made of an order at the given time. */
    List<PaperBookOrder> bornOf(PaperBookOrder parent, Instant at) {
        return orders.values().stream()
                .filter(order -> order.isWorking()
                        && parent.clientOrderId().equals(order.parent())
                        && at.equals(order.acceptedAt()))
                .toList();
    }

    void change(PaperBookOrder order) {
        PaperBookOrder before = orders.put(order.clientOrderId(), order);
        boolean filled = before != null
                && before.executions().size() < order.executions().size();
        if (filled) {
            // Whose lots a fill takes may depend on those before it.
            changed.remove(order.clientOrderId());
        }
        changed.add(order.clientOrderId());
    }

    void end(PaperBookOrder order, BrokerOrderStatus status, TradeReason reason, Instant at) {
        change(order.ended(status, reason.reason(), at));
    }

    /** Notes that the order and what was made of it have met the prices up to a time. */
    void markPriced(PaperBookOrder met, Instant until) {
        for (PaperBookOrder order : List.copyOf(orders.values())) {
            boolean concerned = order.clientOrderId().equals(met.clientOrderId())
                    || met.clientOrderId().equals(order.parent());
            if (concerned && order.isWorking() && !until.equals(order.pricedUntil())) {
                orders.put(order.clientOrderId(), order.pricedUntil(until));
                priced.add(order.clientOrderId());
            }
        }
    }

    /**
     * Orders that are new, were filled or ended, in the order in which it happened; of one that was filled, that
     * counts.
     */
    List<PaperBookOrder> changed() {
        return changed.stream().map(orders::get).toList();
    }

    /** Orders that only saw another candle. */
    List<PaperBookOrder> onlyPriced() {
        return priced.stream()
                .filter(id -> !changed.contains(id))
                .map(orders::get)
                .toList();
    }
}
