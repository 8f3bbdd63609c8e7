package dev.tradesuite.orchestrator.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.orchestrator.order.BrokerOrder.Execution;
import dev.tradesuite.orchestrator.order.BrokerOrder.Standing;
import dev.tradesuite.orchestrator.order.OrderDesk.Sent;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The desk with a broker outside of this database: what is written when, and what is done when it does not answer. */
class OrderDeskTest {

    private final FixedClock clock = FixedClock.at("2026-01-05T10:00:00Z");
    private final List<String> log = new ArrayList<>();
    private final MemoryOrders orders = new MemoryOrders();
    private final RemoteBroker broker = new RemoteBroker();
    private final OrderDesk desk = new OrderDesk(
            orders,
            broker,
            new Submission(broker, 2, Duration.ZERO),
            new FillRates(InstrumentCatalog.shipped(), new RecentPrices()),
            new LoggedEvents(),
            new LoggedWork(),
            UUID::randomUUID,
            clock);

    @Test
    void orderIsOnDiskBeforeABrokerOutsideGetsIt() {
        Order order = open();
        log.clear();
        broker.submits = sent -> {
            assertThat(orders.get(sent).state()).isEqualTo(OrderState.SUBMITTED);
            return filled(sent);
        };

        Sent sent = desk.send(order, _ -> log.add("alongside"));

        assertThat(sent.order().state()).isEqualTo(OrderState.FILLED);
        assertThat(log)
                .containsExactly(
                        "durable", "update SUBMITTED", "submit", "durable", "update FILLED", "filled", "alongside");
    }

    @Test
    void orderSomebodyHasEndedMeanwhileIsNotSent() {
        Order order = open();
        orders.update(order.ended(OrderState.CANCELLED, TradeReason.CANCELLED_BY_REQUEST.reason(), clock.instant()));
        log.clear();

        Sent sent = desk.send(order, _ -> log.add("alongside"));

        assertThat(sent.order().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(log).containsExactly("durable", "alongside");
    }

    @Test
    void silentBrokerIsAskedAndNeverSentTheOrderAgain() {
        Order order = open();
        log.clear();
        broker.submits = _ -> {
            throw new BrokerUnavailableException("time-out");
        };
        broker.looksUp = id -> Optional.of(filled(orders.get(id)));

        Sent sent = desk.send(order, _ -> {});

        assertThat(sent.confirmed()).isTrue();
        assertThat(sent.order().state()).isEqualTo(OrderState.FILLED);
        assertThat(log).containsOnlyOnce("submit").containsOnlyOnce("lookup");
    }

    @Test
    void orderTheBrokerDoesNotKnowAfterATimeOutIsCancelledThere() {
        Order order = open();
        broker.submits = _ -> {
            throw new BrokerUnavailableException("time-out");
        };

        Sent sent = desk.send(order, _ -> {});

        assertThat(sent.order().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(sent.order().cause()).isEqualTo(TradeReason.BROKER_UNCERTAIN.reason());
        assertThat(log).contains("cancel", "closed");
    }

    @Test
    void orderOfABrokerThatStaysSilentIsLeftSubmitted() {
        Order order = open();
        broker.submits = _ -> {
            throw new BrokerUnavailableException("time-out");
        };
        broker.looksUp = _ -> {
            throw new BrokerUnavailableException("time-out");
        };

        Sent sent = desk.send(order, _ -> {});

        assertThat(sent.confirmed()).isFalse();
        assertThat(sent.order().state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(log.stream().filter("lookup"::equals)).hasSize(2);
        assertThat(log).doesNotContain("closed");
    }

    @Test
    void rejectionOfTheBrokerIsAnOutcome() {
        Order order = open();
        broker.submits = sent -> report(sent, Standing.REJECTED, new Reason("BROKER_REJECTED", "no margin"));

        Order rejected = desk.send(order, _ -> {}).order();

        assertThat(rejected.state()).isEqualTo(OrderState.REJECTED);
        assertThat(rejected.history())
                .extracting(StateChange::state)
                .containsExactly(OrderState.NEW, OrderState.RESERVED, OrderState.SUBMITTED, OrderState.REJECTED);
        assertThat(log).contains("closed");
    }

    @Test
    void sameReportIsBookedOnce() {
        Order order = open();
        BrokerReport report = filled(order);
        broker.submits = _ -> report;
        desk.send(order, _ -> {});
        log.clear();

        desk.book(report);
        desk.book(report);

        assertThat(log).doesNotContain("filled");
        assertThat(orders.get(order).fills()).hasSize(1);
    }

    @Test
    void fillsOfAPartlyFilledOrderAreToldOneByOne() {
        Order order = open();
        Execution first = execution("0.1");
        broker.submits = sent -> report(sent, Standing.WORKING, null, first);
        assertThat(desk.send(order, _ -> {}).order().state()).isEqualTo(OrderState.PARTIALLY_FILLED);

        desk.book(report(order, Standing.FILLED, null, first, execution("0.1"), execution("0.2")));

        assertThat(orders.get(order).state()).isEqualTo(OrderState.FILLED);
        assertThat(log.stream().filter(line -> line.startsWith("filled")))
                .containsExactly("filled", "filled", "filled complete");
    }

    @Test
    void legOfABracketBecomesAnOrderOfItsOwn() {
        Order order = open();
        BrokerOrder leg = new BrokerOrder(
                order.clientOrderId() + "-SL1",
                order.clientOrderId(),
                order.terms().stopLoss(new BigDecimal("1.0785"), Lots.of("0.4")),
                Standing.WORKING,
                List.of(),
                null,
                clock.instant(),
                clock.instant());
        broker.submits = sent -> new BrokerReport(List.of(filled(sent).orders().getFirst(), leg));

        desk.send(order, _ -> {});

        Order adopted = orders.lock(List.of(leg.clientOrderId())).getFirst();
        assertThat(adopted.state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(adopted.origin().parentOrderId()).isEqualTo(order.id());
    }

    @Test
    void orderNobodyKnowsIsNotMadeUp() {
        BrokerOrder stranger = new BrokerOrder(
                "stranger",
                null,
                TestOrders.market("0.4").terms(),
                Standing.WORKING,
                List.of(),
                null,
                clock.instant(),
                clock.instant());

        assertThatThrownBy(() -> desk.book(new BrokerReport(List.of(stranger))))
                .isInstanceOf(IllegalOrderMoveException.class)
                .hasMessageContaining("in no book of ours");
    }

    @Test
    void reconciliationKeepsTheGateShutUntilEveryOrderIsClear() {
        Order lost = open();
        Order silent = open();
        broker.looksUp = id -> {
            if (id.equals(silent.clientOrderId())) {
                throw new BrokerUnavailableException("time-out");
            }
            return Optional.empty();
        };
        List<String> outcomes = new ArrayList<>();
        Reconciliation reconciliation = new Reconciliation(
                orders, desk, order -> outcomes.add(order.state().name()), Duration.ofSeconds(30), clock);

        reconciliation.afterStart();
        assertThat(reconciliation.isDone()).isFalse();
        assertThat(reconciliation.failure())
                .hasValueSatisfying(text -> assertThat(text).contains(silent.clientOrderId()));
        assertThat(orders.get(lost).cause()).isEqualTo(TradeReason.INTERRUPTED.reason());

        broker.looksUp = id -> Optional.of(filled(orders.get(id)));
        reconciliation.afterStart();
        assertThat(reconciliation.isDone()).isTrue();
        assertThat(reconciliation.failure()).isEmpty();
        assertThat(outcomes).containsExactly("CANCELLED", "FILLED");
    }

    @Test
    void laterReconciliationsLeaveYoungOrdersToTheirRequests() {
        Order young = open();
        Reconciliation reconciliation = new Reconciliation(orders, desk, _ -> {}, Duration.ofSeconds(30), clock);

        clock.advance(Duration.ofSeconds(30));
        reconciliation.again();
        assertThat(orders.get(young).state()).isEqualTo(OrderState.NEW);

        clock.advance(Duration.ofSeconds(1));
        reconciliation.again();
        assertThat(orders.get(young).state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void fillIsConvertedAtTheNewestPriceOfItsPair() {
        RecentPrices recent = new RecentPrices();
        FillRates rates = new FillRates(InstrumentCatalog.shipped(), recent);
        Order order = Order.opened(
                UUID.randomUUID(),
                new OrderTerms(
                        "EURGBP",
                        dev.tradesuite.instruments.Side.BUY,
                        OrderType.MARKET,
                        Lots.of("0.4"),
                        null,
                        null,
                        false,
                        Protection.NONE),
                new OrderOrigin(
                        "main",
                        "USD",
                        new BigDecimal("0.85"),
                        dev.tradesuite.instruments.Leverage.NOT_STATED,
                        null,
                        null,
                        null,
                        Map.of("GBPUSD", new BigDecimal("1.27"))),
                TestOrders.TEN);
        assertThat(rates.fill(order, execution("0.4")).conversionRate()).isEqualByComparingTo("1.27");

        recent.seen(bar("GBPUSD", "1.28", 300));
        recent.seen(bar("GBPUSD", "1.20", -300));

        Fill later = rates.fill(order, execution("0.4"));
        assertThat(later.conversionRate()).isEqualByComparingTo("1.28");
        assertThat(later.conversionPrices()).containsExactly(Map.entry("GBPUSD", new BigDecimal("1.28")));
    }

    private Order open() {
        return desk.open(TestOrders.market("0.4").terms(), TestOrders.origin(), _ -> {});
    }

    private BrokerReport filled(Order order) {
        return report(order, Standing.FILLED, null, execution("0.4"));
    }

    private BrokerReport report(Order order, Standing standing, @Nullable Reason cause, Execution... executions) {
        return new BrokerReport(List.of(new BrokerOrder(
                order.clientOrderId(),
                null,
                order.terms(),
                standing,
                List.of(executions),
                cause,
                clock.instant(),
                clock.instant())));
    }

    private static Execution execution(String lots) {
        return new Execution(
                UUID.randomUUID(), Lots.of(lots), new BigDecimal("1.0835"), BigDecimal.ZERO, TestOrders.TEN);
    }

    private static Bar bar(String symbol, String close, int second) {
        Instant opens = TestOrders.TEN.plusSeconds(second);
        BigDecimal price = new BigDecimal(close);
        return new Bar(symbol, opens, opens.plusSeconds(60), price, price, price, price);
    }

    /** A broker on the other side of a network. */
    private final class RemoteBroker implements Broker {

        private Function<Order, BrokerReport> submits = OrderDeskTest.this::filled;
        private Function<String, Optional<BrokerReport>> looksUp = _ -> Optional.empty();

        @Override
        public String name() {
            return "remote";
        }

        @Override
        public RunLabel label() {
            return RunLabel.LIVE;
        }

        @Override
        public boolean sharesTransactions() {
            return false;
        }

        @Override
        public BrokerReport submit(Order order) {
            log.add("submit");
            return submits.apply(order);
        }

        @Override
        public Optional<BrokerReport> lookup(String clientOrderId) {
            log.add("lookup");
            return looksUp.apply(clientOrderId);
        }

        @Override
        public BrokerReport cancel(Order order, Reason why) {
            log.add("cancel");
            return new BrokerReport(List.of(new BrokerOrder(
                    order.clientOrderId(),
                    null,
                    order.terms(),
                    Standing.CANCELLED,
                    List.of(),
                    why,
                    null,
                    clock.instant())));
        }
    }

    private final class MemoryOrders implements Orders {

        private final Map<String, Order> byKey = new LinkedHashMap<>();

        Order get(Order order) {
            return get(order.clientOrderId());
        }

        Order get(String clientOrderId) {
            return lock(List.of(clientOrderId)).getFirst();
        }

        @Override
        public void insert(Order order) {
            log.add("insert " + order.state());
            byKey.put(order.clientOrderId(), order);
        }

        @Override
        public void update(Order order) {
            log.add("update " + order.state());
            byKey.put(order.clientOrderId(), order);
        }

        @Override
        public List<Order> lock(Collection<String> clientOrderIds) {
            return byKey.values().stream()
                    .filter(order -> clientOrderIds.contains(order.clientOrderId()))
                    .toList();
        }

        @Override
        public Optional<Order> find(UUID id) {
            return byKey.values().stream()
                    .filter(order -> order.id().equals(id))
                    .findFirst();
        }

        @Override
        public List<Order> open() {
            return byKey.values().stream().filter(order -> !order.isFinal()).toList();
        }

        @Override
        public List<Order> find(Filter filter) {
            return List.copyOf(byKey.values());
        }
    }

    private final class LoggedEvents implements OrderEvents {

        @Override
        public void filled(Order order, Fill fill, boolean complete) {
            log.add(order.fills().size() > 1 && complete ? "filled complete" : "filled");
        }

        @Override
        public void closed(Order order) {
            log.add("closed");
        }
    }

    private final class LoggedWork implements UnitOfWork {

        @Override
        public <T> T durable(Supplier<T> work) {
            log.add("durable");
            return work.get();
        }

        @Override
        public <T> T relaxed(Supplier<T> work) {
            log.add("relaxed");
            return work.get();
        }
    }
}
