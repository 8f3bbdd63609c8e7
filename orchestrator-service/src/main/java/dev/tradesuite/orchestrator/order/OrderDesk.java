package dev.tradesuite.orchestrator.order;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Opens orders, sends them to the broker and books what becomes of them.
 *
 * <p>Whatever changes an order locks it first and reads it again, so a person who cancels, a candle that fills and a
 * reconciliation after a start may come at the same time. Work that has to be kept together with a move of an order is
 * handed in and runs in the same transaction.
 */
public final class OrderDesk {

    private final Orders orders;
    private final Broker broker;
    private final Submission submission;
    private final FillRates rates;
    private final OrderEvents events;
    private final UnitOfWork work;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public OrderDesk(
            Orders orders,
            Broker broker,
            Submission submission,
            FillRates rates,
            OrderEvents events,
            UnitOfWork work,
            Supplier<UUID> ids,
            Clock clock) {
        this.orders = orders;
        this.broker = broker;
        this.submission = submission;
        this.rates = rates;
        this.events = events;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where orders go. */
    public Broker broker() {
        return broker;
    }

    /**
     * Opens an order. The commit does not wait for the disk: nothing has been sent yet, and what is sent next (the
     * reservation, then the broker) is not durable without it.
     */
    public Order open(OrderTerms terms, OrderOrigin origin, Consumer<Order> alongside) {
        Order order = Order.opened(ids.get(), terms, origin, clock.instant());
        return work.relaxed(() -> {
            alongside.accept(order);
            orders.insert(order);
            return order;
        });
    }

    /** Ends an order that has not been sent. One that has ended meanwhile stays as it is. */
    public Order end(Order order, OrderState end, Reason why, Consumer<Order> alongside) {
        return work.durable(() -> {
            Order ended = locked(order);
            if (!ended.isFinal()) {
                ended = ended.ended(end, why, clock.instant());
                orders.update(ended);
                events.closed(ended);
            }
            alongside.accept(ended);
            return ended;
        });
    }

    /**
     * An order after it was sent.
     *
     * @param order as it stands
     * @param confirmed whether the broker has said so
     */
    public record Sent(Order order, boolean confirmed) {}

    /**
     * Sends an order that has its reservation, and books what the broker says.
     *
     * <p>When the broker stays silent the order is left SUBMITTED and the reconciliation goes on asking.
     */
    public Sent send(Order order, Consumer<Sent> alongside) {
        Instant reservedAt = clock.instant();
        if (broker.latency().isPositive()) {
            LockSupport.parkNanos(broker.latency().toNanos());
        }
        if (broker.sharesTransactions()) {
            return work.durable(() -> sent(order, reservedAt, submission.send(order), alongside));
        }
        Order kept = work.durable(() -> keptAsSubmitted(order, reservedAt, alongside));
        if (kept.isFinal()) {
            return new Sent(kept, true);
        }
        Optional<BrokerReport> report = submission.send(order);
        return work.durable(() -> sent(order, reservedAt, report, alongside));
    }

    /** Takes back what is unfilled of an order; empty when there is no such order. */
    public Optional<Order> cancel(UUID id, Consumer<Order> alongside) {
        return orders.find(id).map(order -> {
            if (order.isFinal()) {
                return order;
            }
            BrokerReport report = broker.cancel(order, TradeReason.CANCELLED_BY_REQUEST.reason());
            return work.durable(() -> {
                Order cancelled = booked(order, report);
                alongside.accept(cancelled);
                return cancelled;
            });
        });
    }

    /** Books a report that no order of ours asked for, such as fills from a candle. */
    public void book(BrokerReport report) {
        if (!report.isEmpty()) {
            work.durable(() -> book(report, locked(keys(report))));
        }
    }

    /**
     * Brings an order to where the broker has it. One the broker never saw is cancelled there and here: it can no
     * longer arrive, and nothing was sent.
     */
    Order reconcile(Order order, Consumer<Order> alongside) {
        BrokerReport report = broker.lookup(order.clientOrderId())
                .orElseGet(() -> broker.cancel(order, TradeReason.INTERRUPTED.reason()));
        return work.durable(() -> {
            Order current = booked(order, report);
            alongside.accept(current);
            return current;
        });
    }

    /** The order on disk before anything is sent; when somebody has ended it meanwhile, that is its outcome. */
    private Order keptAsSubmitted(Order order, Instant at, Consumer<Sent> alongside) {
        Order current = locked(order);
        if (current.isFinal()) {
            alongside.accept(new Sent(current, true));
            return current;
        }
        Order submitted = current.reserved(at).submitted(at);
        orders.update(submitted);
        return submitted;
    }

    private Sent sent(Order order, Instant reservedAt, Optional<BrokerReport> report, Consumer<Sent> alongside) {
        Sent sent = new Sent(outcome(order, reservedAt, report), report.isPresent());
        alongside.accept(sent);
        return sent;
    }

    /** Where a reserved order stands after it was sent. */
    private Order outcome(Order order, Instant reservedAt, Optional<BrokerReport> report) {
        Set<String> keys = report.map(OrderDesk::keys).orElseGet(LinkedHashSet::new);
        keys.add(order.clientOrderId());
        // A leg that is new in a transaction shared with the broker is in no book yet.
        Map<String, Order> known = broker.sharesTransactions() ? seen(keys) : locked(keys);
        Order current = known(order, known);
        if (current.state() == OrderState.NEW) {
            current = current.reserved(reservedAt);
            known.put(current.clientOrderId(), current);
        }
        if (report.isPresent()) {
            book(report.get(), known);
        } else if (current.state() == OrderState.RESERVED) {
            known.put(current.clientOrderId(), current.submitted(reservedAt));
            orders.update(known(order, known));
        }
        return known(order, known);
    }

    private Order booked(Order order, BrokerReport report) {
        Set<String> keys = keys(report);
        keys.add(order.clientOrderId());
        Map<String, Order> known = locked(keys);
        book(report, known);
        return known(order, known);
    }

    /** @param known the orders of the report by key, locked; they are replaced by what they become */
    private Map<String, Order> book(BrokerReport report, Map<String, Order> known) {
        for (BrokerOrder seen : report.orders()) {
            Order order = known.get(seen.clientOrderId());
            Booking booking = order == null ? adopted(seen, known) : Booking.of(order, seen, rates);
            known.put(seen.clientOrderId(), booking.after());
            if (order == null) {
                orders.insert(booking.after());
            } else if (booking.changed()) {
                orders.update(booking.after());
            }
            tell(booking);
        }
        return known;
    }

    /** The leg of a bracket, which the broker made of an order of ours. */
    private Booking adopted(BrokerOrder seen, Map<String, Order> known) {
        Order parent = seen.parentClientOrderId() == null ? null : known.get(seen.parentClientOrderId());
        if (parent == null) {
            throw new IllegalOrderMoveException(seen.clientOrderId() + " is at the broker and in no book of ours");
        }
        Instant at = seen.acceptedAt() == null ? seen.changedAt() : seen.acceptedAt();
        Order leg = Order.opened(
                ids.get(), seen.clientOrderId(), seen.terms(), parent.origin().ofLeg(parent.id()), at);
        return Booking.of(leg, seen, rates);
    }

    private void tell(Booking booking) {
        List<Fill> fills = booking.fills();
        for (int i = 0; i < fills.size(); i++) {
            boolean last = i == fills.size() - 1;
            events.filled(booking.after(), fills.get(i), last && booking.after().isFinal());
        }
        if (booking.closed()) {
            events.closed(booking.after());
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
     * Those of the orders that are known, locked. A leg is added only by who holds its parent; one that was added while
     * this waited for the parent is found by the second look.
     */
    private Map<String, Order> locked(Set<String> keys) {
        Map<String, Order> known = seen(keys);
        Set<String> missing = new LinkedHashSet<>(keys);
        missing.removeAll(known.keySet());
        if (!missing.isEmpty()) {
            orders.lock(missing).forEach(order -> known.put(order.clientOrderId(), order));
        }
        return known;
    }

    private Map<String, Order> seen(Set<String> keys) {
        Map<String, Order> known = new LinkedHashMap<>();
        orders.lock(keys).forEach(order -> known.put(order.clientOrderId(), order));
        return known;
    }

    private Order locked(Order order) {
        return known(order, locked(Set.of(order.clientOrderId())));
    }

    private static Order known(Order order, Map<String, Order> known) {
        Order found = known.get(order.clientOrderId());
        if (found == null) {
            throw new IllegalStateException(order.clientOrderId() + " is not in the book");
        }
        return found;
    }
}
