package dev.tradesuite.orchestrator.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares the open orders with the broker: all of them after a start, before new ones are taken, and later those that
 * have not moved for a while.
 */
public final class Reconciliation {

    private final Orders orders;
    private final OrderDesk desk;
    private final Consumer<Order> outcome;
    private final Duration grace;
    private final Clock clock;

    private volatile boolean done;
    private volatile @Nullable String failure;

    /**
     * @param outcome told what became of an order, in the transaction that books it
     * @param grace time a request may take to bring its order on its way; younger orders are left to it
     */
    public Reconciliation(Orders orders, OrderDesk desk, Consumer<Order> outcome, Duration grace, Clock clock) {
        this.orders = orders;
        this.desk = desk;
        this.outcome = outcome;
        this.grace = grace;
        this.clock = clock;
    }

    /** Whether new orders may be taken. */
    public boolean isDone() {
        return done;
    }

    /** Why the last attempt did not come to its end; empty when it did. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Reconciles every open order; what was under way when the last process ended is settled. */
    public void afterStart() {
        reconcile(Instant.MAX);
        done = failure == null;
    }

    /** Reconciles the open orders that have not moved for a while. */
    public void again() {
        reconcile(clock.instant().minus(grace));
    }

    private void reconcile(Instant before) {
        String failed = null;
        for (Order order : orders.open()) {
            if (order.updatedAt().isBefore(before)) {
                try {
                    desk.reconcile(order, outcome);
                } catch (BrokerUnavailableException | IllegalOrderMoveException e) {
                    // The others are not kept waiting by one.
                    failed = "%s: %s".formatted(order.clientOrderId(), e.getMessage());
                }
            }
        }
        failure = failed;
    }
}
