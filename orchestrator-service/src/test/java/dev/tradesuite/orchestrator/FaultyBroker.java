package dev.tradesuite.orchestrator;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.broker.BrokerCapabilities;
import dev.tradesuite.broker.BrokerReport;
import dev.tradesuite.broker.BrokerRequest;
import dev.tradesuite.broker.BrokerUnavailableException;
import dev.tradesuite.broker.CandleDrivenBroker;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.HeldLots;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The paper broker, with the faults a test wants. With most of them it is a broker elsewhere, in no transaction. */
final class FaultyBroker implements CandleDrivenBroker {

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

    private final CandleDrivenBroker paper;
    private volatile Fault fault = Fault.NONE;
    private volatile @Nullable CountDownLatch gate;

    FaultyBroker(Broker paper) {
        this.paper = (CandleDrivenBroker) paper;
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
    public BrokerCapabilities capabilities() {
        BrokerCapabilities all = paper.capabilities();
        return new BrokerCapabilities(
                all.orderTypes(),
                all.timesInForce(),
                all.trailingStops(),
                all.fractionalQuantities(),
                all.cancelsBeforeArrival(),
                all.arrivalLimit(),
                all.streamsFills(),
                fault == Fault.NONE || fault == Fault.DIES_TOGETHER,
                all.keepsHoldings());
    }

    @Override
    public BrokerReport submit(BrokerRequest request) {
        awaitGate();
        return switch (fault) {
            case NONE -> paper.submit(request);
            case DIES_BEFORE -> throw new Death();
            case DIES_AFTER, DIES_TOGETHER -> {
                paper.submit(request);
                throw new Death();
            }
            case ANSWER_LOST -> {
                paper.submit(request);
                throw new BrokerUnavailableException("no answer");
            }
            case ORDER_LOST, SILENT -> throw new BrokerUnavailableException("no answer");
        };
    }

    @Override
    public BrokerReport lookup(String accountId, Collection<String> clientOrderIds) {
        speaks();
        return paper.lookup(accountId, clientOrderIds);
    }

    @Override
    public BrokerReport cancel(BrokerRequest request, Reason why) {
        speaks();
        return paper.cancel(request, why);
    }

    @Override
    public BrokerReport replace(BrokerRequest old, BigDecimal filledSoFar, BrokerRequest replacement, Reason why) {
        speaks();
        return paper.replace(old, filledSoFar, replacement, why);
    }

    @Override
    public BrokerReport protect(String accountId, String symbol, List<BrokerRequest> legs, Reason why) {
        speaks();
        return paper.protect(accountId, symbol, legs, why);
    }

    @Override
    public Optional<HeldLots> holdings(String accountId, String symbol) {
        return paper.holdings(accountId, symbol);
    }

    @Override
    public BigDecimal position(String accountId, String symbol) {
        return paper.position(accountId, symbol);
    }

    @Override
    public boolean waitsFor(String symbol) {
        return paper.waitsFor(symbol);
    }

    @Override
    public BrokerReport onCandle(BrokerCandle candle) {
        return paper.onCandle(candle);
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
