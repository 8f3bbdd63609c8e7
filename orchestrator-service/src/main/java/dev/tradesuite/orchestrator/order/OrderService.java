package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.broker.BrokerReport;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.TradingDay;
import dev.tradesuite.orchestrator.order.TradeOrder.Venue;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens orders, sends them to the broker of their account and books what becomes of them: how each is done tell
 * {@link OrderSending}, {@link OrderCancelling} and {@link OrderProtection}.
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
    private final OrderSending sending;
    private final OrderCancelling cancelling;
    private final OrderProtection protecting;

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
        this.sending = new OrderSending(books, brokers, work, clock);
        this.cancelling = new OrderCancelling(books, brokers, work, clock);
        this.protecting = new OrderProtection(orders, books, brokers, work, self, ids, clock);
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
        return sending.send(order, call, alongside);
    }

    /**
     * Takes back what is unfilled of an order; empty when there is no such order. It is CANCELLED once its broker says
     * so, and CANCEL_REQUESTED until then.
     */
    public Optional<TradeOrder> cancel(UUID id, Consumer<TradeOrder> alongside) {
        return cancel(id, TradeReason.CANCELLED_BY_REQUEST.reason(), alongside);
    }

    /** As {@link #cancel(UUID, Consumer)}, for another reason than that somebody asked for just this. */
    public Optional<TradeOrder> cancel(UUID id, Reason why, Consumer<TradeOrder> alongside) {
        return orders.find(id).map(order -> order.isFinal() ? order : cancelling.cancel(order, why, alongside));
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
                .map(order -> cancelling.cancel(order, TradeReason.CANCELLED_BY_REQUEST.reason(), _ -> {}))
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
            TradeOrder entry, BigDecimal marketPrice, List<PositionLeg> legs, Consumer<List<TradeOrder>> alongside) {
        return protecting.protect(entry, marketPrice, legs, alongside);
    }

    /** Books a report that no order of ours asked for, such as fills from a candle. */
    public void book(BrokerReport report) {
        if (!report.isEmpty()) {
            work.durable(() -> books.book(report));
        }
    }

    private static TradeTerms lasting(TradeTerms terms, Instant now) {
        return terms.timeInForce() == TimeInForce.DAY && terms.expiresAt() == null
                ? terms.until(TradingDay.endAfter(now))
                : terms;
    }
}
