package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.broker.BrokerReport;
import dev.tradesuite.broker.BrokerUnavailableException;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Sends an order once.
 *
 * <p>When the broker does not answer, the order is looked up by its client order id. If the broker turns out not to
 * have it and can cancel what has not arrived, it is cancelled there, so that a request still under way cannot become
 * an order any more. At any other broker it may still arrive.
 */
public final class Submission {

    private final int lookups;
    private final Duration pause;

    /**
     * @param lookups how often to look the order up
     * @param pause how long to wait before each
     */
    public Submission(int lookups, Duration pause) {
        this.lookups = lookups;
        this.pause = pause;
    }

    /** What the broker made of the order; empty when it stays silent, or does not know it yet. */
    Optional<BrokerReport> send(Broker broker, TradeOrder order) {
        return insist(broker, order, () -> broker.submit(order.request()));
    }

    /** As {@link #send}, for a call of another kind that brings the order to the broker. */
    Optional<BrokerReport> insist(Broker broker, TradeOrder order, Supplier<BrokerReport> call) {
        Optional<BrokerReport> report = answer(call);
        for (int i = 0; i < lookups && report.isEmpty(); i++) {
            LockSupport.parkNanos(pause.toNanos());
            report = answer(() -> lookedUp(broker, order));
        }
        return report;
    }

    private static BrokerReport lookedUp(Broker broker, TradeOrder order) {
        BrokerReport found = broker.lookup(order.origin().accountId(), List.of(order.clientOrderId()));
        return found.isEmpty() && broker.capabilities().cancelsBeforeArrival()
                ? broker.cancel(order.request(), TradeReason.BROKER_UNCERTAIN.reason())
                : found;
    }

    private static Optional<BrokerReport> answer(Supplier<BrokerReport> call) {
        return answered(call).filter(report -> !report.isEmpty());
    }

    /** What the broker says, which may be nothing new; empty when it stays silent. */
    static Optional<BrokerReport> answered(Supplier<BrokerReport> call) {
        try {
            return Optional.of(call.get());
        } catch (BrokerUnavailableException _) {
            return Optional.empty();
        }
    }
}
