package dev.tradesuite.orchestrator.order;

import dev.tradesuite.contracts.orchestrator.TradeReason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Sends an order once.
 *
 * <p>When the broker does not answer, the order is looked up by its client order id. If the broker turns out not to
 * have it, it is cancelled there, so that a request still under way cannot become an order any more.
 */
public final class Submission {

    private final Broker broker;
    private final int lookups;
    private final Duration pause;

    /**
     * @param lookups how often to look the order up
     * @param pause how long to wait before each
     */
    public Submission(Broker broker, int lookups, Duration pause) {
        this.broker = broker;
        this.lookups = lookups;
        this.pause = pause;
    }

    /** What the broker made of the order; empty when it stays silent. */
    Optional<BrokerReport> send(Order order) {
        Optional<BrokerReport> report = answer(() -> broker.submit(order));
        for (int i = 0; i < lookups && report.isEmpty(); i++) {
            LockSupport.parkNanos(pause.toNanos());
            report = answer(() -> lookedUp(order));
        }
        return report;
    }

    private BrokerReport lookedUp(Order order) {
        return broker.lookup(order.clientOrderId())
                .orElseGet(() -> broker.cancel(order, TradeReason.BROKER_UNCERTAIN.reason()));
    }

    private static Optional<BrokerReport> answer(Supplier<BrokerReport> call) {
        try {
            return Optional.of(call.get());
        } catch (BrokerUnavailableException _) {
            return Optional.empty();
        }
    }
}
