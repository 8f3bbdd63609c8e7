package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.broker.BrokerReport;
import dev.tradesuite.broker.BrokerUnavailableException;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.orchestrator.order.TradeOrder.Venue;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens orders, sends them to the broker of their account and books what becomes of them.
 *
 * <p>Whatever changes an order holds it and reads it again, or is refused when it has been moved meanwhile; so a person
 * who cancels, a candle that fills and a reconciliation may come at the same time. Work that has to be kept together
 * with a move of an order is handed in and runs in the same transaction.
 */
public final class OrderService {

    private final TradeOrders orders;
    private final OrderBooks books;
    private final Brokers brokers;
    private final Submission submission;
    private final UnitOfWork work;
    private final String self;
    private final Supplier<UUID> ids;
    private final Clock clock;

    /** @param self name of this instance, under which it has orders on their way */
    OrderService(
            TradeOrders orders,
            OrderBooks books,
            Brokers brokers,
            Submission submission,
            UnitOfWork work,
            String self,
            Supplier<UUID> ids,
            Clock clock) {
        this.orders = orders;
        this.books = books;
        this.brokers = brokers;
        this.submission = submission;
        this.work = work;
        this.self = self;
        this.ids = ids;
        this.clock = clock;
    }

    /** What the fills of an account are; without an account in the books, those of the usual broker. */
    public RunLabel labelFor(Optional<String> accountId) {
        return accountId.map(brokers::of).orElseGet(brokers::byDefault).label();
    }

    /** Why the broker of an account cannot take an order; empty when it can. */
    public Optional<Reason> refusal(String accountId, TradeTerms terms) {
        Broker broker = brokers.of(accountId);
        return broker.capabilities()
                .lackingFor(terms)
                .map(lacking -> TradeReason.BROKER_LACKS.reason("Broker %s: %s".formatted(broker.name(), lacking)));
    }

    /**
     * Opens an order. The commit does not wait for the disk: nothing has been sent yet, and what is sent next (the
     * reservation, then the broker) is not durable without it.
     */
    public TradeOrder open(TradeTerms terms, OrderOrigin origin, Consumer<TradeOrder> alongside) {
        return open(terms, origin, null, alongside);
    }

    /** As {@link #open}, under a key of the sender's; without one the order gets its own. */
    public TradeOrder open(
            TradeTerms terms, OrderOrigin origin, @Nullable String clientOrderId, Consumer<TradeOrder> alongside) {
        Broker broker = brokers.of(origin.accountId());
        return openAt(new Venue(broker.name(), broker.label()), terms, origin, clientOrderId, alongside);
    }

    /** As {@link #open}, at a broker that the account may not have any more. */
    TradeOrder openAt(Venue venue, TradeTerms terms, OrderOrigin origin, Consumer<TradeOrder> alongside) {
        return openAt(venue, terms, origin, null, alongside);
    }

    private TradeOrder openAt(
            Venue venue,
            TradeTerms terms,
            OrderOrigin origin,
            @Nullable String clientOrderId,
            Consumer<TradeOrder> alongside) {
        Instant now = clock.instant();
        TradeOrder made = TradeOrder.opened(ids.get(), lasting(terms, now), origin, venue, self, now);
        TradeOrder order = clientOrderId == null ? made : made.named(clientOrderId);
        return work.relaxed(() -> {
            alongside.accept(order);
            return books.save(order);
        });
    }

    /** Ends an order that has not been sent. One that has ended meanwhile stays as it is. */
    public TradeOrder end(TradeOrder order, OrderStatus end, Reason why, Consumer<TradeOrder> alongside) {
        return work.durable(() -> {
            TradeOrder current = books.locked(order);
            TradeOrder ended = current.isFinal() ? current : books.saveEnded(current.ended(end, why, clock.instant()));
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
    public record Sent(TradeOrder order, boolean confirmed) {}

    /**
     * Sends an order that has its reservation, and books what the broker says.
     *
     * <p>When the broker stays silent the order is left SUBMITTED and the reconciliation goes on asking.
     */
    public Sent send(TradeOrder order, Consumer<Sent> alongside) {
        Broker broker = brokers.of(order);
        return send(order, () -> submission.send(broker, order), alongside);
    }

    /** @param call brings the order to its broker */
    Sent send(TradeOrder order, Supplier<Optional<BrokerReport>> call, Consumer<Sent> alongside) {
        Instant reservedAt = clock.instant();
        Broker broker = brokers.of(order);
        if (broker.latency().isPositive()) {
            LockSupport.parkNanos(broker.latency().toNanos());
        }
        if (!broker.capabilities().sharesTransactions()) {
            TradeOrder kept = work.durable(() -> keptAsSubmitted(order, reservedAt, alongside));
            if (kept.isFinal()) {
                return new Sent(kept, true);
            }
            Optional<BrokerReport> report = call.get();
            return work.durable(() -> sent(locked(kept, report), kept, reservedAt, report, alongside));
        }
        try {
            return work.durable(() -> {
                Optional<BrokerReport> report = call.get();
                return sent(
                        books.unlocked(order, report.orElse(BrokerReport.NONE)), order, reservedAt, report, alongside);
            });
        } catch (OrderMovedException _) {
            // Somebody was quicker, and all of it is undone: once more, with the order held.
            return work.durable(() -> {
                Optional<BrokerReport> report = call.get();
                return sent(locked(order, report), order, reservedAt, report, alongside);
            });
        }
    }

    /**
     * Takes back what is unfilled of an order; empty when there is no such order. It is CANCELLED once its broker says
     * so, and CANCEL_REQUESTED until then.
     */
    public Optional<TradeOrder> cancel(UUID id, Consumer<TradeOrder> alongside) {
        return orders.find(id)
                .map(order ->
                        order.isFinal() ? order : cancel(order, TradeReason.CANCELLED_BY_REQUEST.reason(), alongside));
    }

    /**
     * Takes back the open orders of an account, in one instrument or in all.
     *
     * @param protection whether also those that protect a position
     * @return the orders as they stand now
     */
    public List<TradeOrder> cancelAll(String accountId, Optional<String> symbol, boolean protection) {
        return orders
                .find(new TradeOrders.Filter(accountId, null, symbol.orElse(null), true, Integer.MAX_VALUE))
                .stream()
                .filter(order -> protection || !order.isProtective())
                .map(order -> cancel(order, TradeReason.CANCELLED_BY_REQUEST.reason(), _ -> {}))
                .toList();
    }

    /**
     * Protects the position that an order has opened with orders that cancel one another, in the place of whatever
     * protected it until now.
     *
     * @param entry whose reservation covers them
     * @return the orders as they stand, which is SUBMITTED while the broker is silent
     */
    List<TradeOrder> protect(
            TradeOrder entry, BigDecimal marketPrice, List<TradeTerms> legs, Consumer<List<TradeOrder>> alongside) {
        Instant now = clock.instant();
        Broker broker = brokers.of(entry.origin().accountId());
        Venue venue = new Venue(broker.name(), broker.label());
        OrderOrigin origin = entry.origin().ofLeg(entry.id(), marketPrice);
        List<TradeOrder> opened = legs.stream()
                .map(terms -> TradeOrder.opened(ids.get(), terms, origin, venue, self, now)
                        .submitted(now))
                .toList();
        Supplier<BrokerReport> call = () -> broker.protect(
                origin.accountId(),
                entry.terms().symbol(),
                opened.stream().map(TradeOrder::request).toList(),
                TradeReason.PROTECTION_REPLACED.reason());
        if (broker.capabilities().sharesTransactions()) {
            return work.durable(() -> protectedBy(kept(opened), Optional.of(call.get()), alongside));
        }
        List<TradeOrder> kept = work.durable(() -> kept(opened));
        Optional<BrokerReport> report = answered(call);
        return work.durable(() -> protectedBy(kept, report, alongside));
    }

    private List<TradeOrder> kept(List<TradeOrder> opened) {
        return opened.isEmpty() ? opened : orders.save(opened);
    }

    private List<TradeOrder> protectedBy(
            List<TradeOrder> legs, Optional<BrokerReport> report, Consumer<List<TradeOrder>> alongside) {
        report.ifPresent(books::book);
        List<TradeOrder> stand =
                report.isPresent() ? legs.stream().map(books::locked).toList() : legs;
        alongside.accept(stand);
        return stand;
    }

    /** Books a report that no order of ours asked for, such as fills from a candle. */
    public void book(BrokerReport report) {
        if (!report.isEmpty()) {
            work.durable(() -> books.book(report));
        }
    }

    private TradeOrder cancel(TradeOrder order, Reason why, Consumer<TradeOrder> alongside) {
        Broker broker = brokers.of(order);
        if (broker.capabilities().sharesTransactions()) {
            return work.durable(() -> {
                TradeOrder cancelled = books.book(order, broker.cancel(order.request(), why));
                alongside.accept(cancelled);
                return cancelled;
            });
        }
        // The wish is on disk before the broker hears of it: a reconciliation repeats it when this is interrupted.
        TradeOrder asked = work.durable(() -> cancelRequested(order, why));
        Optional<BrokerReport> report =
                asked.isFinal() ? Optional.empty() : answered(() -> broker.cancel(asked.request(), why));
        return work.durable(() -> {
            TradeOrder told = report.map(said -> books.book(asked, said)).orElse(asked);
            alongside.accept(told);
            return told;
        });
    }

    private TradeOrder cancelRequested(TradeOrder order, Reason why) {
        TradeOrder current = books.locked(order);
        if (current.isFinal()) {
            return current;
        }
        return current.isUnsent()
                ? books.saveEnded(current.ended(OrderStatus.CANCELLED, why, clock.instant()))
                : books.save(current.cancelRequested(why, clock.instant()));
    }

    private static Optional<BrokerReport> answered(Supplier<BrokerReport> call) {
        try {
            return Optional.of(call.get());
        } catch (BrokerUnavailableException _) {
            return Optional.empty();
        }
    }

    /** The order on disk before anything is sent; when somebody has ended it meanwhile, that is its outcome. */
    private TradeOrder keptAsSubmitted(TradeOrder order, Instant at, Consumer<Sent> alongside) {
        TradeOrder current = books.locked(order);
        if (current.isFinal()) {
            alongside.accept(new Sent(current, true));
            return current;
        }
        return current.isUnsent() ? books.save(reserved(current, at).submitted(at)) : current;
    }

    private Map<String, TradeOrder> locked(TradeOrder order, Optional<BrokerReport> report) {
        return books.locked(order, report.orElse(BrokerReport.NONE));
    }

    /** Where a reserved order stands after it was sent. */
    private Sent sent(
            Map<String, TradeOrder> known,
            TradeOrder order,
            Instant reservedAt,
            Optional<BrokerReport> report,
            Consumer<Sent> alongside) {
        known.computeIfPresent(order.clientOrderId(), (_, current) -> reserved(current, reservedAt));
        if (report.isPresent()) {
            books.book(report.get(), known);
        } else {
            TradeOrder current = OrderBooks.known(order, known);
            TradeOrder submitted = current.isUnsent() ? current.submitted(reservedAt) : current;
            known.put(order.clientOrderId(), books.save(submitted.unowned()));
        }
        Sent sent = new Sent(OrderBooks.known(order, known), report.isPresent());
        alongside.accept(sent);
        return sent;
    }

    /** A protective order has no reservation of its own. */
    private static TradeOrder reserved(TradeOrder order, Instant at) {
        return order.status() == OrderStatus.NEW && !order.isProtective() ? order.reserved(at) : order;
    }

    private static TradeTerms lasting(TradeTerms terms, Instant now) {
        return terms.timeInForce() == TimeInForce.DAY && terms.expiresAt() == null
                ? terms.until(TradingDay.endAfter(now))
                : terms;
    }
}
