package dev.tradesuite.orchestrator.order;

import dev.tradesuite.contracts.orchestrator.TradeReason;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    public Order end(Order order, OrderState end, Cause why, Consumer<Order> alongside) {
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
        if (broker.needsDurableOrder()) {
            Order kept = work.durable(() -> keptAsSubmitted(order, reservedAt, alongside));
            if (kept.isFinal()) {
                return new Sent(kept, true);
            }
        }
        Optional<BrokerReport> report = submission.send(order);
        return work.durable(() -> {
            Order current = locked(order);
            if (current.state() == OrderState.NEW) {
                current = current.reserved(reservedAt);
            }
            if (report.isPresent()) {
                current = book(report.get(), current);
            } else if (current.state() == OrderState.RESERVED) {
                current = current.submitted(reservedAt);
                orders.update(current);
            }
            Sent sent = new Sent(current, report.isPresent());
            alongside.accept(sent);
            return sent;
        });
    }

    /** Takes back what is unfilled of an order; empty when there is no such order. */
    public Optional<Order> cancel(UUID id, Consumer<Order> alongside) {
        return orders.find(id).map(order -> {
            if (order.isFinal()) {
                return order;
            }
            BrokerReport report = broker.cancel(order, Cause.of(TradeReason.CANCELLED_BY_REQUEST));
            return work.durable(() -> {
                Order cancelled = book(report, locked(order));
                alongside.accept(cancelled);
                return cancelled;
            });
        });
    }

    /** Books a report that no order of ours asked for, such as fills from a candle. */
    public void book(BrokerReport report) {
        if (!report.isEmpty()) {
            work.durable(() -> bookAll(report, Map.of()));
        }
    }

    /**
     * Brings an order to where the broker has it. One the broker never saw is cancelled there and here: it can no
     * longer arrive, and nothing was sent.
     */
    Order reconcile(Order order, Consumer<Order> alongside) {
        BrokerReport report = broker.lookup(order.clientOrderId())
                .orElseGet(() -> broker.cancel(order, Cause.of(TradeReason.INTERRUPTED)));
        return work.durable(() -> {
            Order current = book(report, locked(order));
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

    /** Books the report of an order, which is locked and may have moved without being kept yet. */
    private Order book(BrokerReport report, Order current) {
        return bookAll(report, Map.of(current.clientOrderId(), current)).getOrDefault(current.clientOrderId(), current);
    }

    private Map<String, Order> bookAll(BrokerReport report, Map<String, Order> atHand) {
        Map<String, Order> known = new LinkedHashMap<>();
        orders.lock(keys(report)).forEach(order -> known.put(order.clientOrderId(), order));
        known.putAll(atHand);
        for (BrokerOrder seen : report.orders()) {
            Order order = known.get(seen.clientOrderId());
            Booking booking = order == null ? adopted(seen, known) : Booking.of(order, seen, rates);
            known.put(seen.clientOrderId(), booking.after());
            if (order == null) {
                orders.insert(booking.after());
            } else if (booking.changed() || atHand.containsKey(seen.clientOrderId())) {
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

    private static List<String> keys(BrokerReport report) {
        Set<String> keys = new LinkedHashSet<>();
        for (BrokerOrder order : report.orders()) {
            keys.add(order.clientOrderId());
            if (order.parentClientOrderId() != null) {
                keys.add(order.parentClientOrderId());
            }
        }
        return new ArrayList<>(keys);
    }

    private Order locked(Order order) {
        return orders.lock(List.of(order.clientOrderId())).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(order.clientOrderId() + " is not in the book"));
    }
}
