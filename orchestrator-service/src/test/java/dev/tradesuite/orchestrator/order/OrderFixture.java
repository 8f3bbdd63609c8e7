package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.broker.BrokerExecution;
import dev.tradesuite.broker.BrokerOrder;
import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.broker.BrokerReport;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.support.store.UnitOfWork;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The order feature in memory, with a broker on the other side of a network; the log tells what happened in order. */
final class OrderFixture {

    final FixedClock clock = FixedClock.at("2026-01-05T10:00:00Z");
    final List<String> log = new ArrayList<>();
    final MemoryOrders orders = new MemoryOrders();
    final RemoteBroker broker = new RemoteBroker(log, clock);
    final MemoryPrices prices = new MemoryPrices();
    final MemoryInstances instances = new MemoryInstances();
    final Brokers brokers = new Brokers(List.of(broker), "remote", Map.of());
    final UnitOfWork work = new LoggedWork();
    final OrderBooks books = new OrderBooks(
            orders,
            new FillRates(InstrumentCatalog.shipped(), prices, Duration.ofDays(4)),
            new LoggedEvents(),
            UUID::randomUUID);
    final Submission submission = new Submission(2, Duration.ZERO);
    final OrderService service =
            new OrderService(orders, books, brokers, submission, work, "me", UUID::randomUUID, clock);
    final PriceGuard guard = new PriceGuard(
            symbol -> Optional.ofNullable(prices.known.get(symbol)),
            TestOrders.COLLAR,
            InstrumentCatalog.shipped(),
            MarketHours.shipped(),
            Duration.ofMinutes(15),
            Duration.ofDays(4),
            clock);
    final List<String> settled = new ArrayList<>();
    final OrderReconciliation reconciliation = reconciliationOf(instances);

    /** The reconciliation of an instance. */
    OrderReconciliation reconciliationOf(Instances instance) {
        return new OrderReconciliation(
                orders,
                books,
                brokers,
                instance,
                order -> settled.add(order.status().name()),
                work,
                Duration.ofSeconds(30),
                clock);
    }

    TradeOrder open() {
        return service.open(TestOrders.buy("0.4"), TestOrders.origin(), _ -> {});
    }

    /** An order that works at the broker. */
    TradeOrder working(String limit) {
        TradeOrder order = service.open(TestOrders.limit("0.4", limit), TestOrders.origin(), _ -> {});
        return service.send(order, _ -> {}).order();
    }

    static BrokerExecution execution(String lots) {
        return execution(lots, TestOrders.TEN);
    }

    static BrokerExecution execution(String lots, Instant at) {
        return new BrokerExecution(UUID.randomUUID(), Lots.of(lots), new BigDecimal("1.0835"), BigDecimal.ZERO, at);
    }

    BrokerReport report(
            TradeOrder order, BrokerOrderStatus status, @Nullable Reason cause, BrokerExecution... executions) {
        return new BrokerReport(List.of(new BrokerOrder(
                order.clientOrderId(),
                null,
                order.terms(),
                status,
                List.of(executions),
                cause,
                clock.instant(),
                clock.instant())));
    }

    /** Orders as a table has them: a write of an older version is refused. */
    final class MemoryOrders implements TradeOrders {

        private final Map<String, TradeOrder> byKey = new LinkedHashMap<>();

        TradeOrder get(TradeOrder order) {
            return get(order.clientOrderId());
        }

        TradeOrder get(String clientOrderId) {
            return lock(List.of(clientOrderId)).getFirst();
        }

        @Override
        public List<TradeOrder> save(List<TradeOrder> saved) {
            List<TradeOrder> stored = new ArrayList<>();
            for (TradeOrder order : saved) {
                TradeOrder known = byKey.get(order.clientOrderId());
                if ((known == null ? 0 : known.version()) != order.version()) {
                    throw new OrderMovedException(order.clientOrderId());
                }
                log.add((known == null ? "insert " : "update ") + order.status());
                stored.add(order.stored());
            }
            stored.forEach(order -> byKey.put(order.clientOrderId(), order));
            return stored;
        }

        @Override
        public List<TradeOrder> lock(Collection<String> clientOrderIds) {
            return byKey.values().stream()
                    .filter(order -> clientOrderIds.contains(order.clientOrderId()))
                    .toList();
        }

        @Override
        public Optional<TradeOrder> find(UUID id) {
            return byKey.values().stream()
                    .filter(order -> order.id().equals(id))
                    .findFirst();
        }

        @Override
        public List<TradeOrder> find(Collection<UUID> ids) {
            return byKey.values().stream()
                    .filter(order -> ids.contains(order.id()))
                    .toList();
        }

        @Override
        public Optional<TradeOrder> ofDecision(UUID decisionId) {
            return byKey.values().stream()
                    .filter(order -> decisionId.equals(order.origin().decisionId()))
                    .findFirst();
        }

        @Override
        public List<TradeOrder> open() {
            return byKey.values().stream().filter(order -> !order.isFinal()).toList();
        }

        @Override
        public List<TradeOrder> protecting(Collection<String> accountIds, String symbol) {
            return open().stream()
                    .filter(order -> order.isExit()
                            && !order.isUnsent()
                            && order.terms().symbol().equals(symbol)
                            && accountIds.contains(order.origin().accountId()))
                    .toList();
        }

        @Override
        public Optional<TradeOrder> lastEntry(String accountId, String symbol) {
            return byKey.values().stream()
                    .filter(order ->
                            !order.terms().reduceOnly() && !order.filledLots().isZero())
                    .reduce((_, next) -> next);
        }

        @Override
        public List<TradeOrder> find(Filter filter) {
            return filter.open() ? open() : List.copyOf(byKey.values());
        }

        @Override
        public int forgetEndedBefore(Instant moment) {
            return 0;
        }
    }

    static final class MemoryPrices implements ClosingPrices {

        final Map<String, ClosingPrice> known = new HashMap<>();

        @Override
        public void seen(BrokerCandle candle) {
            known.put(candle.symbol(), new ClosingPrice(candle.close(), candle.closeTime()));
        }

        @Override
        public Map<String, ClosingPrice> newest(Collection<String> symbols) {
            Map<String, ClosingPrice> found = new HashMap<>(known);
            found.keySet().retainAll(symbols);
            return found;
        }
    }

    static final class MemoryInstances implements Instances {

        final Set<String> living = new HashSet<>(Set.of("me"));
        String self = "me";

        @Override
        public String self() {
            return self;
        }

        @Override
        public void beat() {
            living.add(self);
        }

        @Override
        public Set<String> living() {
            return Set.copyOf(living);
        }

        @Override
        public void leave() {
            living.remove(self);
        }
    }

    private final class LoggedEvents implements TradeOrderEvents {

        @Override
        public void filled(TradeOrder order, OrderFill fill, boolean complete, List<TradeOrder> protection) {
            log.add(order.fills().size() > 1 && complete ? "filled complete" : "filled");
        }

        @Override
        public void closed(TradeOrder order, @Nullable List<TradeOrder> protection) {
            log.add("closed " + order.status());
        }

        @Override
        public void protection(String accountId, String symbol, List<TradeOrder> protection, Instant at) {
            log.add("protection " + protection.size());
        }
    }

    private final class LoggedWork implements UnitOfWork {

        private boolean running;

        @Override
        public <T> T durable(Supplier<T> wanted) {
            return run("durable", wanted);
        }

        @Override
        public <T> T relaxed(Supplier<T> wanted) {
            return run("relaxed", wanted);
        }

        private <T> T run(String name, Supplier<T> wanted) {
            if (running) {
                return wanted.get();
            }
            log.add(name);
            running = true;
            try {
                return wanted.get();
            } finally {
                running = false;
            }
        }
    }
}
