package dev.tradesuite.launcher;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.broker.BrokerCapabilities;
import dev.tradesuite.broker.BrokerContext;
import dev.tradesuite.broker.BrokerCosts;
import dev.tradesuite.broker.BrokerProvider;
import dev.tradesuite.broker.BrokerReport;
import dev.tradesuite.broker.BrokerRequest;
import dev.tradesuite.broker.BrokerUnavailableException;
import dev.tradesuite.broker.CandleDrivenBroker;
import dev.tradesuite.broker.paper.PaperBrokerProvider;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.HeldLots;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The paper broker at the end of a bad line: of seven orders one does not arrive and the answer to one is lost, and of
 * three look-ups one is not answered. As a venue across a network it is not part of our transactions.
 */
public final class BadLineBroker implements CandleDrivenBroker {

    /** Its name in the settings. */
    static final String NAME = "bad-line";

    private final CandleDrivenBroker paper;
    private final AtomicInteger orders = new AtomicInteger();
    private final AtomicInteger lookups = new AtomicInteger();

    private BadLineBroker(CandleDrivenBroker paper) {
        this.paper = paper;
    }

    /** Makes it from the settings of the paper broker. */
    public static final class Provider implements BrokerProvider {

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Broker create(BrokerContext context) {
            return new BadLineBroker((CandleDrivenBroker) new PaperBrokerProvider().create(context));
        }
    }

    @Override
    public String name() {
        return NAME;
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
                false,
                all.keepsHoldings());
    }

    @Override
    public BrokerCosts costs() {
        return paper.costs();
    }

    @Override
    public BrokerReport submit(BrokerRequest request) {
        int number = orders.incrementAndGet() % 7;
        if (number == 3) {
            throw new BrokerUnavailableException("the order is lost on its way");
        }
        BrokerReport report = paper.submit(request);
        if (number == 6) {
            throw new BrokerUnavailableException("the answer is lost on its way");
        }
        return report;
    }

    @Override
    public BrokerReport cancel(BrokerRequest request, Reason why) {
        return paper.cancel(request, why);
    }

    @Override
    public BrokerReport replace(BrokerRequest old, BigDecimal filledSoFar, BrokerRequest replacement, Reason why) {
        return paper.replace(old, filledSoFar, replacement, why);
    }

    @Override
    public BrokerReport protect(String accountId, String symbol, List<BrokerRequest> legs, Reason why) {
        return paper.protect(accountId, symbol, legs, why);
    }

    @Override
    public BrokerReport lookup(String accountId, Collection<String> clientOrderIds) {
        if (lookups.incrementAndGet() % 3 == 0) {
            throw new BrokerUnavailableException("the question is lost on its way");
        }
        return paper.lookup(accountId, clientOrderIds);
    }

    @Override
    public BigDecimal position(String accountId, String symbol) {
        return paper.position(accountId, symbol);
    }

    @Override
    public Optional<HeldLots> holdings(String accountId, String symbol) {
        return paper.holdings(accountId, symbol);
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
}
