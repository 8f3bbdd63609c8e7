package dev.tradesuite.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What every broker has to pass. A test of a broker extends this class, with a venue behind the broker that does what
 * the test says.
 *
 * <p>The market in EURUSD is at 1.0835 when a test begins.
 */
public abstract class BrokerContractTest {

    /** Price of the market when a test begins. */
    protected static final BigDecimal MARKET = new BigDecimal("1.0835");

    private static final Reason WHY = new Reason("WHY", "the test wants it");
    private static final String EURUSD = "EURUSD";

    private final String account = "contract-" + UUID.randomUUID();

    /** The broker, the same one throughout a test. */
    protected abstract Broker broker();

    /** Lets the market reach a price and waits until the venue has filled what that fills. */
    protected abstract void marketReaches(BigDecimal price);

    /** Waits until the venue has decided on everything it was asked. */
    protected abstract void venueDecides();

    // Submitting and looking up

    @Test
    void marketOrderIsFilledAndItsExecutionsKeepTheirIds() {
        BrokerRequest order = market(Side.BUY, "0.40");

        broker().submit(order);
        venueDecides();

        BrokerOrder first = known(order);
        assertThat(first.status()).isEqualTo(BrokerOrderStatus.FILLED);
        assertThat(filled(first)).isEqualByComparingTo("0.40");
        assertThat(known(order).executions()).isEqualTo(first.executions());
        assertThat(broker().position(account, EURUSD)).isEqualByComparingTo("0.40");
    }

    @Test
    void sameClientOrderIdIsTakenOnce() {
        BrokerRequest order = market(Side.BUY, "0.40");

        broker().submit(order);
        BrokerReport again = broker().submit(order);
        venueDecides();

        assertThat(again.find(order.clientOrderId())).isPresent();
        assertThat(filled(known(order))).isEqualByComparingTo("0.40");
        assertThat(broker().position(account, EURUSD)).isEqualByComparingTo("0.40");
    }

    @Test
    void orderThatNeverCameIsInNoReport() {
        assertThat(broker().lookup(account, List.of("nobody")).isEmpty()).isTrue();
    }

    @Test
    void ordersOfAnAccountAreLookedUpInOneCall() {
        BrokerRequest waits = limit("1.0700");
        BrokerRequest filled = market(Side.BUY, "0.40");
        broker().submit(waits);
        broker().submit(filled);
        venueDecides();

        BrokerReport report =
                broker().lookup(account, List.of(waits.clientOrderId(), filled.clientOrderId(), "nobody"));

        assertThat(report.orders())
                .extracting(BrokerOrder::clientOrderId)
                .contains(waits.clientOrderId(), filled.clientOrderId())
                .doesNotContain("nobody");
        assertThat(known(waits).status()).isEqualTo(BrokerOrderStatus.WORKING);
        assertThat(known(waits).acceptedAt()).isNotNull();
    }

    @Test
    void legsOfABracketAreToldWithTheirParent() {
        BrokerRequest order = request(TradeTerms.market(EURUSD, Side.BUY, Lots.of("0.40"))
                .protectedBy(Protection.of(new BigDecimal("1.0785"), new BigDecimal("1.0935"))));
        broker().submit(order);
        venueDecides();

        List<BrokerOrder> told =
                broker().lookup(account, List.of(order.clientOrderId())).orders();

        assertThat(told.getFirst().clientOrderId()).isEqualTo(order.clientOrderId());
        assertThat(told.subList(1, told.size())).hasSize(2).allSatisfy(leg -> assertThat(leg.parentClientOrderId())
                .isEqualTo(order.clientOrderId()));
    }

    // Cancelling

    @Test
    void waitingOrderIsCancelledAndFilledNoMore() {
        BrokerRequest order = limit("1.0800");
        broker().submit(order);

        BrokerReport said = broker().cancel(order, WHY);
        assertThat(status(said, order)).isIn(BrokerOrderStatus.CANCELLED, BrokerOrderStatus.CANCEL_PENDING);

        venueDecides();
        marketReaches(new BigDecimal("1.0790"));
        assertThat(known(order).status()).isEqualTo(BrokerOrderStatus.CANCELLED);
        assertThat(known(order).executions()).isEmpty();
    }

    @Test
    void cancelThatComesAfterTheFillIsAnsweredWithTheFill() {
        BrokerRequest order = limit("1.0800");
        broker().submit(order);
        marketReaches(new BigDecimal("1.0790"));

        BrokerReport said = broker().cancel(order, WHY);

        assertThat(status(said, order)).isEqualTo(BrokerOrderStatus.FILLED);
        assertThat(filled(said.find(order.clientOrderId()).orElseThrow())).isEqualByComparingTo("0.40");
    }

    @Test
    void orderIsFilledOrCancelledAndNeverBothHoweverTheyMeet() throws Exception {
        List<BrokerRequest> orders = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            BrokerRequest order = limit("1.0800");
            broker().submit(order);
            orders.add(order);
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            orders.forEach(order -> running.add(threads.submit(() -> broker().cancel(order, WHY))));
            running.add(threads.submit(() -> marketReaches(new BigDecimal("1.0790"))));
            for (Future<?> each : running) {
                each.get();
            }
        }
        venueDecides();

        BigDecimal bought = BigDecimal.ZERO;
        for (BrokerRequest order : orders) {
            BrokerOrder known = known(order);
            boolean cancelled = known.status() == BrokerOrderStatus.CANCELLED;
            assertThat(filled(known)).isEqualByComparingTo(cancelled ? "0" : "0.40");
            bought = bought.add(filled(known));
        }
        assertThat(broker().position(account, EURUSD)).isEqualByComparingTo(bought);
    }

    @Test
    void orderThatHasNotArrivedIsCancelledOnlyWhereItWillBeRefused() {
        BrokerRequest order = market(Side.BUY, "0.40");

        BrokerReport said = broker().cancel(order, WHY);

        if (broker().capabilities().cancelsBeforeArrival()) {
            assertThat(status(said, order)).isEqualTo(BrokerOrderStatus.CANCELLED);
            broker().submit(order);
            venueDecides();
            assertThat(known(order).status()).isEqualTo(BrokerOrderStatus.CANCELLED);
            assertThat(known(order).executions()).isEmpty();
        } else {
            assertThat(said.find(order.clientOrderId())).isEmpty();
            assertThat(broker().capabilities().arrivalLimit()).isPositive();
        }
    }

    // Replacing

    @Test
    void orderTakesThePlaceOfAnotherOne() {
        BrokerRequest old = limit("1.0700");
        BrokerRequest next = limit("1.0800");
        broker().submit(old);

        broker().replace(old, BigDecimal.ZERO, next, WHY);
        venueDecides();
        assertThat(known(old).status()).isEqualTo(BrokerOrderStatus.CANCELLED);

        marketReaches(new BigDecimal("1.0690"));
        assertThat(known(old).executions()).isEmpty();
        assertThat(filled(known(next))).isEqualByComparingTo("0.40");
    }

    @Test
    void orderThatWasFilledFirstIsNotReplaced() {
        BrokerRequest old = limit("1.0800");
        BrokerRequest next = limit("1.0810");
        broker().submit(old);
        marketReaches(new BigDecimal("1.0790"));

        broker().replace(old, BigDecimal.ZERO, next, WHY);
        venueDecides();

        assertThat(known(old).status()).isEqualTo(BrokerOrderStatus.FILLED);
        assertThat(known(next).status()).isEqualTo(BrokerOrderStatus.REJECTED);
        assertThat(broker().position(account, EURUSD)).isEqualByComparingTo("0.40");
    }

    @Test
    void oneOfBothIsFilledHoweverFillAndReplacementMeet() throws Exception {
        for (int i = 0; i < 10; i++) {
            BrokerRequest old = limit("1.0800");
            BrokerRequest next = limit("1.0801");
            broker().submit(old);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<?> replaced = threads.submit(() -> broker().replace(old, BigDecimal.ZERO, next, WHY));
                threads.submit(() -> marketReaches(new BigDecimal("1.0790"))).get();
                replaced.get();
            }
            marketReaches(new BigDecimal("1.0790"));
            venueDecides();

            assertThat(filled(known(old)).add(filled(known(next)))).isEqualByComparingTo("0.40");
        }
    }

    // Protecting

    @Test
    void protectionThatIsReachedEndsTheOther() {
        Assumptions.assumeTrue(broker().capabilities().orderTypes().contains(OrderType.STOP));
        broker().submit(market(Side.BUY, "0.40"));
        venueDecides();
        BrokerRequest stop = exit(TradeTerms.stop(EURUSD, Side.SELL, Lots.of("0.40"), new BigDecimal("1.0785")));
        BrokerRequest target = exit(TradeTerms.limit(EURUSD, Side.SELL, Lots.of("0.40"), new BigDecimal("1.0935")));

        broker().protect(account, EURUSD, List.of(stop, target), WHY);
        marketReaches(new BigDecimal("1.0940"));
        venueDecides();

        assertThat(known(target).status()).isEqualTo(BrokerOrderStatus.FILLED);
        assertThat(known(stop).status()).isEqualTo(BrokerOrderStatus.CANCELLED);
        assertThat(broker().position(account, EURUSD)).isEqualByComparingTo("0");
    }

    @Test
    void newProtectionEndsTheOldOne() {
        Assumptions.assumeTrue(broker().capabilities().orderTypes().contains(OrderType.STOP));
        broker().submit(market(Side.BUY, "0.40"));
        venueDecides();
        BrokerRequest first = exit(TradeTerms.stop(EURUSD, Side.SELL, Lots.of("0.40"), new BigDecimal("1.0785")));
        BrokerRequest second = exit(TradeTerms.stop(EURUSD, Side.SELL, Lots.of("0.40"), new BigDecimal("1.0800")));

        broker().protect(account, EURUSD, List.of(first), WHY);
        broker().protect(account, EURUSD, List.of(second), WHY);
        venueDecides();

        assertThat(known(first).status()).isEqualTo(BrokerOrderStatus.CANCELLED);
        assertThat(known(second).status()).isEqualTo(BrokerOrderStatus.WORKING);
    }

    private BrokerRequest market(Side side, String lots) {
        return request(TradeTerms.market(EURUSD, side, Lots.of(lots)));
    }

    private BrokerRequest limit(String price) {
        return request(TradeTerms.limit(EURUSD, Side.BUY, Lots.of("0.40"), new BigDecimal(price)));
    }

    private BrokerRequest exit(TradeTerms terms) {
        return request(terms.reducingOnly());
    }

    private BrokerRequest request(TradeTerms terms) {
        return new BrokerRequest("ts-" + UUID.randomUUID(), account, terms, MARKET);
    }

    private BrokerOrder known(BrokerRequest request) {
        return broker().lookup(account, List.of(request.clientOrderId()))
                .find(request.clientOrderId())
                .orElseThrow();
    }

    private static BrokerOrderStatus status(BrokerReport report, BrokerRequest request) {
        return report.find(request.clientOrderId()).orElseThrow().status();
    }

    private static BigDecimal filled(BrokerOrder order) {
        return order.executions().stream().map(each -> each.lots().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
