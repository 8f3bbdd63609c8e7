package dev.tradesuite.orchestrator;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.orchestrator.order.Bar;
import dev.tradesuite.orchestrator.order.BarDriven;
import dev.tradesuite.orchestrator.order.BrokerReport;
import dev.tradesuite.orchestrator.order.BrokerUnavailableException;
import dev.tradesuite.orchestrator.order.Order;
import dev.tradesuite.orchestrator.order.paper.PaperBroker;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The paper broker, with the faults a test wants. With most of them it is a broker elsewhere, in no transaction. */
final class FaultyBroker implements BarDriven {

    /** What happens to the next orders. */
    enum Fault {
        NONE,
        /** The service dies in the transaction it shares with the broker. */
        DIES_TOGETHER,
        /** The service dies before the broker has the order. */
        DIES_BEFORE,
        /** The broker takes the order; the service dies before it has the answer. */
        DIES_AFTER,
        /** The broker takes the order; its answer is lost. */
        ANSWER_LOST,
        /** The order is lost on its way; the broker answers nothing. */
        ORDER_LOST,
        /** As ORDER_LOST, and the broker cannot be asked either. */
        SILENT
    }

    private final PaperBroker paper;
    private volatile Fault fault = Fault.NONE;
    private volatile @Nullable CountDownLatch gate;

    FaultyBroker(PaperBroker paper) {
        this.paper = paper;
    }

    void has(Fault wanted) {
        fault = wanted;
    }

    /** Orders wait here until the latch is open. */
    void holdsBack(@Nullable CountDownLatch latch) {
        gate = latch;
    }

    @Override
    public String name() {
        return paper.name();
    }

    @Override
    public RunLabel label() {
        return paper.label();
    }

    @Override
    public boolean sharesTransactions() {
        return fault == Fault.NONE || fault == Fault.DIES_TOGETHER;
    }

    @Override
    public BrokerReport submit(Order order) {
        awaitGate();
        return switch (fault) {
            case NONE -> paper.submit(order);
            case DIES_BEFORE -> throw new Death();
            case DIES_AFTER, DIES_TOGETHER -> {
                paper.submit(order);
                throw new Death();
            }
            case ANSWER_LOST -> {
                paper.submit(order);
                throw new BrokerUnavailableException("no answer");
            }
            case ORDER_LOST, SILENT -> throw new BrokerUnavailableException("no answer");
        };
    }

    @Override
    public Optional<BrokerReport> lookup(String clientOrderId) {
        speaks();
        return paper.lookup(clientOrderId);
    }

    @Override
    public BrokerReport cancel(Order order, Reason why) {
        speaks();
        return paper.cancel(order, why);
    }

    @Override
    public boolean waitsFor(String symbol) {
        return paper.waitsFor(symbol);
    }

    @Override
    public BrokerReport onBar(Bar bar) {
        return paper.onBar(bar);
    }

    @Override
    public BrokerReport expire(Instant now) {
        return paper.expire(now);
    }

    private void speaks() {
        if (fault == Fault.SILENT) {
            throw new BrokerUnavailableException("no answer");
        }
    }

    private void awaitGate() {
        CountDownLatch latch = gate;
        if (latch != null) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Nothing catches it but the end of the request, as little as it would a killed process. */
    static final class Death extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Death() {
            super("the service dies here, as the test wants");
        }
    }
}
