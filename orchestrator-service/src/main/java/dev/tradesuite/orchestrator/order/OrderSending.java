package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.broker.BrokerReport;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.orchestrator.order.OrderService.Sent;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sends orders to their brokers and books what these say.
 *
 * <p>At a broker that keeps its book in our database the order is sent, filled and booked in one transaction. At any
 * other it is on disk before the call, so that a crash leaves nothing at the broker that is not known here.
 */
final class OrderSending {

    private final OrderBooks books;
    private final Brokers brokers;
    private final UnitOfWork work;
    private final Clock clock;

    OrderSending(OrderBooks books, Brokers brokers, UnitOfWork work, Clock clock) {
        this.books = books;
        this.brokers = brokers;
        this.work = work;
        this.clock = clock;
    }

    /** @param call brings the order to its broker */
    Sent send(TradeOrder order, Supplier<Optional<BrokerReport>> call, Consumer<Sent> alongside) {
        Instant reservedAt = clock.instant();
        Broker broker = brokers.of(order);
        if (broker.latency().isPositive()) {
            LockSupport.parkNanos(broker.latency().toNanos());
        }
        return broker.capabilities().sharesTransactions()
                ? sentWithin(order, call, reservedAt, alongside)
                : sentBetween(order, call, reservedAt, alongside);
    }

    /** In two transactions with the call between them. */
    private Sent sentBetween(
            TradeOrder order, Supplier<Optional<BrokerReport>> call, Instant reservedAt, Consumer<Sent> alongside) {
        TradeOrder kept = work.durable(() -> keptAsSubmitted(order, reservedAt, alongside));
        if (kept.isFinal()) {
            return new Sent(kept, true);
        }
        Optional<BrokerReport> report = call.get();
        return work.durable(() -> sent(locked(kept, report), kept, reservedAt, report, alongside));
    }

    /** In one transaction with the call in it. */
    private Sent sentWithin(
            TradeOrder order, Supplier<Optional<BrokerReport>> call, Instant reservedAt, Consumer<Sent> alongside) {
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
}
