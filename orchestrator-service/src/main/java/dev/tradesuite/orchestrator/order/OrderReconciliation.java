package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.broker.BrokerOrder;
import dev.tradesuite.broker.BrokerReport;
import dev.tradesuite.broker.BrokerUnavailableException;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.orchestrator.order.TradeOrder.Venue;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the open orders with their brokers: after a start, before new ones are taken, and from time to time.
 *
 * <p>An order that a living instance has on its way is left to it. A broker is asked once for all orders of an account,
 * and only what has moved is written.
 */
public final class OrderReconciliation {

    private final TradeOrders orders;
    private final OrderBooks books;
    private final Brokers brokers;
    private final Instances instances;
    private final InterruptedOrders interrupted;
    private final UnitOfWork work;
    private final Duration grace;
    private final Clock clock;
    private final ReentrantLock running = new ReentrantLock();

    private volatile boolean done;
    private volatile @Nullable String failure;

    /** @param grace time a request of this instance may take to bring its order on its way */
    OrderReconciliation(
            TradeOrders orders,
            OrderBooks books,
            Brokers brokers,
            Instances instances,
            InterruptedOrders interrupted,
            UnitOfWork work,
            Duration grace,
            Clock clock) {
        this.orders = orders;
        this.books = books;
        this.brokers = brokers;
        this.instances = instances;
        this.interrupted = interrupted;
        this.work = work;
        this.grace = grace;
        this.clock = clock;
    }

    /** Whether new orders may be taken: every order that nobody had on its way was compared once. */
    public boolean isDone() {
        return done;
    }

    /** Why the last run did not come to its end; empty when it did. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Compares; does nothing when that is under way already. */
    public void run() {
        if (!running.tryLock()) {
            return;
        }
        try {
            String failed = null;
            Set<String> living = instances.living();
            Instant now = clock.instant();
            Map<Account, List<TradeOrder>> byAccount = orders.open().stream()
                    .filter(order -> !isOnItsWay(order, living, now))
                    .collect(Collectors.groupingBy(Account::of, LinkedHashMap::new, Collectors.toList()));
            for (Map.Entry<Account, List<TradeOrder>> account : byAccount.entrySet()) {
                String problem = compare(account.getKey().id(), account.getValue());
                // The others are not kept waiting by one.
                failed = problem == null ? failed : problem;
            }
            failure = failed;
            done |= failed == null;
        } finally {
            running.unlock();
        }
    }

    private boolean isOnItsWay(TradeOrder order, Set<String> living, Instant now) {
        if (order.owner() == null) {
            return false;
        }
        return order.owner().equals(instances.self())
                ? order.updatedAt().plus(grace).isAfter(now)
                : living.contains(order.owner());
    }

    /** @return what went wrong */
    private @Nullable String compare(String accountId, List<TradeOrder> open) {
        BrokerReport report;
        Broker broker;
        try {
            broker = brokers.of(open.getFirst());
            report = broker.lookup(
                    accountId, open.stream().map(TradeOrder::clientOrderId).toList());
        } catch (BrokerUnavailableException | IllegalArgumentException e) {
            return "%d orders of %s: %s".formatted(open.size(), accountId, e.getMessage());
        }
        String failed = null;
        Map<String, TradeOrder> byKey = new LinkedHashMap<>();
        open.forEach(order -> byKey.put(order.clientOrderId(), order));
        for (BrokerOrder seen : report.orders()) {
            TradeOrder order = byKey.remove(seen.clientOrderId());
            failed = attempted(seen.clientOrderId(), failed, () -> known(broker, order, seen));
        }
        for (TradeOrder order : byKey.values()) {
            failed = attempted(order.clientOrderId(), failed, () -> unknown(broker, order));
        }
        return failed;
    }

    private static @Nullable String attempted(String clientOrderId, @Nullable String failed, Runnable step) {
        try {
            step.run();
            return failed;
        } catch (OrderMovedException _) {
            // Somebody else is at it; the next run sees what came of it.
            return failed;
        } catch (BrokerUnavailableException | IllegalOrderMoveException e) {
            return "%s: %s".formatted(clientOrderId, e.getMessage());
        }
    }

    /** @param order as it was read; absent for a leg that is not stored yet, or has ended */
    private void known(Broker broker, @Nullable TradeOrder order, BrokerOrder seen) {
        BrokerReport news = new BrokerReport(List.of(seen));
        if (order == null) {
            work.durable(() -> books.book(news));
            return;
        }
        if (order.status() == OrderStatus.CANCEL_REQUESTED && seen.status().isOpen()) {
            settled(order, broker.cancel(order.request(), why(order)));
        } else if (books.moves(order, seen)) {
            settled(order, news);
        }
    }

    /** The broker does not have the order. */
    private void unknown(Broker broker, TradeOrder order) {
        boolean reachedNobody = order.isUnsent() && !broker.capabilities().sharesTransactions();
        if (!reachedNobody && broker.capabilities().cancelsBeforeArrival()) {
            settled(order, broker.cancel(order.request(), why(order)));
            return;
        }
        Instant lastArrival = order.at(OrderStatus.SUBMITTED)
                .orElse(Instant.MIN)
                .plus(broker.capabilities().arrivalLimit());
        work.durable(() -> {
            TradeOrder current = books.locked(order);
            if (current.version() != order.version()) {
                return;
            }
            if (reachedNobody || !clock.instant().isBefore(lastArrival)) {
                interrupted.settled(books.saveEnded(current.ended(OrderStatus.CANCELLED, why(order), clock.instant())));
            } else if (current.status() != OrderStatus.CANCEL_REQUESTED) {
                // It may still arrive, and is not wanted any more; until its broker says more it is not over.
                interrupted.settled(books.save(
                        current.cancelRequested(why(order), clock.instant()).unowned()));
            }
        });
    }

    private void settled(TradeOrder order, BrokerReport report) {
        work.durable(() -> interrupted.settled(books.book(order, report)));
    }

    private static Reason why(TradeOrder order) {
        if (order.cause() != null) {
            return order.cause();
        }
        boolean unanswered = order.owner() == null && !order.isUnsent();
        return (unanswered ? TradeReason.BROKER_UNCERTAIN : TradeReason.INTERRUPTED).reason();
    }

    /**
     * An account at a broker.
     *
     * @param venue the broker
     * @param id account
     */
    private record Account(Venue venue, String id) {

        static Account of(TradeOrder order) {
            return new Account(order.venue(), order.origin().accountId());
        }
    }
}
