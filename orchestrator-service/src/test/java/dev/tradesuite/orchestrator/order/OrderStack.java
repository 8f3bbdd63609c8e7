package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.support.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The orders of one instance, with everything around them in memory; the next instance finds what it left. */
public final class OrderStack {

    private static final String FIRST = "instance-1";
    private static final String NEXT = "instance-2";

    public final TransactionalOrders orders;
    public final MemoryBroker broker;
    public final OrderService service;
    public final OwnPositions own;

    /** What was told to the world: {@code filled} or {@code closed}, and the key of the order. */
    public final List<String> events = new ArrayList<>();

    private final MemoryWork work;
    private final OrderBooks books;
    private final Brokers brokers;
    private final Clock clock;

    /** @param shared whether the broker's book is in the transactions of the orders */
    public OrderStack(boolean shared, MemoryWork work, Lines lines, Clock clock) {
        this.work = work;
        this.clock = clock;
        this.orders = new TransactionalOrders(work);
        this.broker = new MemoryBroker(shared, work, lines, clock);
        this.brokers = new Brokers(List.of(broker), broker.name(), Map.of());
        this.own = new OwnPositions(orders, brokers);
        work.takesPart(() -> {
            List<String> before = List.copyOf(events);
            return () -> {
                events.clear();
                events.addAll(before);
            };
        });
        this.books = new OrderBooks(
                orders,
                new FillRates(InstrumentCatalog.shipped(), new NoPrices(), Duration.ofDays(1)),
                new LoggedEvents(),
                Ids::next);
        this.service = new OrderService(
                orders, books, brokers, new Submission(0, Duration.ZERO), work, FIRST, Ids::next, clock);
    }

    /** What compares the orders of this instance with the broker; it has not done so yet. */
    public OrderReconciliation reconciliation(InterruptedOrders interrupted) {
        return reconciliation(FIRST, interrupted);
    }

    /** As it starts after this one has died. */
    public OrderReconciliation reconciliationOfTheNext(InterruptedOrders interrupted) {
        return reconciliation(NEXT, interrupted);
    }

    private OrderReconciliation reconciliation(String self, InterruptedOrders interrupted) {
        return new OrderReconciliation(
                orders, books, brokers, new Living(self), interrupted, work, Duration.ZERO, clock);
    }

    private record Living(String self) implements Instances {

        @Override
        public void beat() {
            // Only this one lives.
        }

        @Override
        public Set<String> living() {
            return Set.of(self);
        }

        @Override
        public void leave() {
            // Only this one lives.
        }
    }

    private static final class NoPrices implements ClosingPrices {

        @Override
        public void seen(BrokerCandle candle) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, ClosingPrice> newest(Collection<String> symbols) {
            return Map.of();
        }
    }

    private final class LoggedEvents implements TradeOrderEvents {

        @Override
        public void filled(TradeOrder order, OrderFill fill, boolean complete, List<TradeOrder> protection) {
            events.add("filled " + order.clientOrderId());
        }

        @Override
        public void closed(TradeOrder order, @Nullable List<TradeOrder> protection) {
            events.add("closed " + order.clientOrderId());
        }

        @Override
        public void protection(String accountId, String symbol, List<TradeOrder> protection, Instant at) {
            events.add("protection " + protection.size());
        }
    }
}
