package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.BrokerOrder;
import dev.tradesuite.broker.BrokerReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Books what brokers report, in the transaction it is called in. */
final class OrderBooks {

    private final TradeOrders orders;
    private final FillRates rates;
    private final TradeOrderEvents events;
    private final Supplier<UUID> ids;

    OrderBooks(TradeOrders orders, FillRates rates, TradeOrderEvents events, Supplier<UUID> ids) {
        this.orders = orders;
        this.rates = rates;
        this.events = events;
        this.ids = ids;
    }

    /** The order, held, as it is after the report. */
    TradeOrder book(TradeOrder order, BrokerReport report) {
        Map<String, TradeOrder> known = locked(order, report);
        book(report, known);
        return known(order, known);
    }

    /** Books a report that no order of ours asked for. */
    void book(BrokerReport report) {
        book(report, locked(keys(report)));
    }

    /** @param known the orders of the report by key; they are replaced by what they become */
    void book(BrokerReport report, Map<String, TradeOrder> known) {
        List<OrderBooking> bookings = new ArrayList<>();
        for (BrokerOrder seen : report.orders()) {
            TradeOrder order = known.get(seen.clientOrderId());
            OrderBooking booking = OrderBooking.of(order == null ? adopted(seen, known) : order, seen, rates);
            known.put(seen.clientOrderId(), booking.after());
            if (order == null || booking.changed()) {
                bookings.add(booking);
            }
        }
        if (!bookings.isEmpty()) {
            orders.save(bookings.stream().map(OrderBooking::after).toList())
                    .forEach(stored -> known.put(stored.clientOrderId(), stored));
            tell(bookings);
        }
    }

    /** Whether a report of an order would change it. */
    boolean moves(TradeOrder order, BrokerOrder seen) {
        return OrderBooking.of(order, seen, rates).changed();
    }

    /** Stores an order that nobody else has moved meanwhile. */
    TradeOrder save(TradeOrder order) {
        return orders.save(List.of(order)).getFirst();
    }

    /** Stores an order that ended without its broker having a say. */
    TradeOrder saveEnded(TradeOrder order) {
        TradeOrder stored = save(order.unowned());
        events.closed(
                stored,
                stored.isExit()
                        ? orders.protecting(
                                Set.of(stored.origin().accountId()),
                                stored.terms().symbol())
                        : null);
        return stored;
    }

    /** The order as it is stored, held until the transaction ends. */
    TradeOrder locked(TradeOrder order) {
        return known(order, locked(Set.of(order.clientOrderId())));
    }

    /** The order and those of a report, held. */
    Map<String, TradeOrder> locked(TradeOrder order, BrokerReport report) {
        Set<String> keys = keys(report);
        keys.add(order.clientOrderId());
        return locked(keys);
    }

    /**
     * The order as it was read, and those of the report held. Whether somebody else has moved the order, its version
     * tells when it is stored. Its legs are new, or it would have been moved before.
     */
    Map<String, TradeOrder> unlocked(TradeOrder order, BrokerReport report) {
        Set<String> others = keys(report);
        others.remove(order.clientOrderId());
        report.orders().stream()
                .filter(seen -> order.clientOrderId().equals(seen.parentClientOrderId()))
                .forEach(leg -> others.remove(leg.clientOrderId()));
        Map<String, TradeOrder> known = others.isEmpty() ? new LinkedHashMap<>() : locked(others);
        known.put(order.clientOrderId(), order);
        return known;
    }

    static TradeOrder known(TradeOrder order, Map<String, TradeOrder> known) {
        TradeOrder found = known.get(order.clientOrderId());
        if (found == null) {
            throw new IllegalStateException(order.clientOrderId() + " is not stored");
        }
        return found;
    }

    /** The leg of a bracket, which the broker made of an order of ours. */
    private TradeOrder adopted(BrokerOrder seen, Map<String, TradeOrder> known) {
        TradeOrder parent = seen.parentClientOrderId() == null ? null : known.get(seen.parentClientOrderId());
        if (parent == null) {
            throw new IllegalOrderMoveException(seen.clientOrderId() + " is at the broker and no order of ours");
        }
        Instant at = seen.acceptedAt() == null ? seen.changedAt() : seen.acceptedAt();
        return parent.leg(ids.get(), seen.clientOrderId(), seen.terms(), at);
    }

    /** Tells of each position that was touched: its fills and ends, or that it is protected otherwise. */
    private void tell(List<OrderBooking> bookings) {
        Map<String, List<OrderBooking>> bySymbol = new LinkedHashMap<>();
        for (OrderBooking booking : bookings) {
            if (booking.isTold()) {
                bySymbol.computeIfAbsent(booking.after().terms().symbol(), _ -> new ArrayList<>())
                        .add(booking);
            }
        }
        bySymbol.forEach(this::tell);
    }

    private void tell(String symbol, List<OrderBooking> bookings) {
        Map<String, List<OrderBooking>> byAccount = new LinkedHashMap<>();
        bookings.forEach(booking -> byAccount
                .computeIfAbsent(booking.after().origin().accountId(), _ -> new ArrayList<>())
                .add(booking));
        Map<String, List<TradeOrder>> protection = new HashMap<>();
        orders.protecting(byAccount.keySet(), symbol).forEach(order -> protection
                .computeIfAbsent(order.origin().accountId(), _ -> new ArrayList<>())
                .add(order));
        byAccount.forEach((account, own) -> {
            List<TradeOrder> standing = protection.getOrDefault(account, List.of());
            own.forEach(booking -> tell(booking, standing));
            if (own.stream().allMatch(booking -> booking.fills().isEmpty() && !booking.closed())) {
                events.protection(
                        account, symbol, standing, own.getLast().after().updatedAt());
            }
        });
    }

    private void tell(OrderBooking booking, List<TradeOrder> protection) {
        List<OrderFill> fills = booking.fills();
        for (int i = 0; i < fills.size(); i++) {
            boolean last = i == fills.size() - 1;
            events.filled(booking.after(), fills.get(i), last && booking.after().isFinal(), protection);
        }
        if (booking.closed()) {
            events.closed(booking.after(), protection);
        }
    }

    private static Set<String> keys(BrokerReport report) {
        Set<String> keys = new LinkedHashSet<>();
        for (BrokerOrder order : report.orders()) {
            keys.add(order.clientOrderId());
            if (order.parentClientOrderId() != null) {
                keys.add(order.parentClientOrderId());
            }
        }
        return keys;
    }

    /**
     * Those of the orders that are known, held. A leg is added only by who holds its parent; one that was added while
     * this waited for the parent is found by the second look.
     */
    private Map<String, TradeOrder> locked(Set<String> keys) {
        Map<String, TradeOrder> known = new LinkedHashMap<>();
        orders.lock(keys).forEach(order -> known.put(order.clientOrderId(), order));
        Set<String> missing = new LinkedHashSet<>(keys);
        missing.removeAll(known.keySet());
        if (!missing.isEmpty()) {
            orders.lock(missing).forEach(order -> known.put(order.clientOrderId(), order));
        }
        return known;
    }
}
