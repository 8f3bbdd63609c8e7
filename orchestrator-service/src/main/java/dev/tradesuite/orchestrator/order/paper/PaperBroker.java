package dev.tradesuite.orchestrator.order.paper;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.orchestrator.order.Bar;
import dev.tradesuite.orchestrator.order.BarDriven;
import dev.tradesuite.orchestrator.order.BrokerReport;
import dev.tradesuite.orchestrator.order.Order;
import dev.tradesuite.orchestrator.order.UnitOfWork;
import dev.tradesuite.orchestrator.order.paper.PaperStore.BookKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Fills orders without a market behind it.
 *
 * <p>A market order is filled at the price its sender states: no other quote is at hand at that moment. Everything that
 * waits is filled from closed candles. The book of the broker is kept apart from the order book of the service; both
 * are in one database, and an order and its fill are written to them in one transaction.
 */
public final class PaperBroker implements BarDriven {

    private final InstrumentCatalog catalog;
    private final PaperTerms terms;
    private final PaperStore store;
    private final UnitOfWork work;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public PaperBroker(
            InstrumentCatalog catalog,
            PaperTerms terms,
            PaperStore store,
            UnitOfWork work,
            Supplier<UUID> ids,
            Clock clock) {
        this.catalog = catalog;
        this.terms = terms;
        this.store = store;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "paper";
    }

    @Override
    public RunLabel label() {
        return RunLabel.PAPER;
    }

    @Override
    public boolean sharesTransactions() {
        return true;
    }

    @Override
    public Duration latency() {
        return terms.latency();
    }

    @Override
    public BrokerReport submit(Order order) {
        return inBookOf(
                order,
                book -> book.submit(
                        order.clientOrderId(),
                        order.origin().accountId(),
                        order.terms(),
                        order.origin().marketPrice(),
                        clock.instant()));
    }

    @Override
    public Optional<BrokerReport> lookup(String clientOrderId) {
        List<PaperOrder> found = store.find(clientOrderId);
        return found.isEmpty() ? Optional.empty() : Optional.of(report(found));
    }

    @Override
    public BrokerReport cancel(Order order, Reason why) {
        return inBookOf(
                order,
                book -> book.cancel(
                        order.clientOrderId(), order.origin().accountId(), order.terms(), why, clock.instant()));
    }

    @Override
    public boolean waitsFor(String symbol) {
        return !store.waitingFor(symbol).isEmpty();
    }

    @Override
    public BrokerReport onBar(Bar bar) {
        return inBooks(() -> store.waitingFor(bar.symbol()), book -> book.onBar(bar));
    }

    @Override
    public BrokerReport expire(Instant now) {
        return inBooks(() -> store.expiring(now), book -> book.expire(now));
    }

    /** Changes the book of an order; the report begins with that order, changed or not. */
    private BrokerReport inBookOf(Order order, Consumer<PaperBook> change) {
        BookKey key = BookKey.of(order.origin().accountId(), order.terms());
        return work.relaxed(() -> {
            PaperBook book = book(key, store.lock(key, order.clientOrderId()));
            change.accept(book);
            List<PaperOrder> reported =
                    new ArrayList<>(book.order(order.clientOrderId()).stream().toList());
            book.changed().stream()
                    .filter(changed -> !changed.clientOrderId().equals(order.clientOrderId()))
                    .forEach(reported::add);
            save(key, book);
            return report(reported);
        });
    }

    private BrokerReport inBooks(Supplier<List<BookKey>> keys, Consumer<PaperBook> change) {
        return work.relaxed(() -> {
            List<PaperOrder> reported = new ArrayList<>();
            for (BookKey key : keys.get()) {
                PaperBook book = book(key, store.lock(key));
                change.accept(book);
                reported.addAll(book.changed());
                save(key, book);
            }
            return report(reported);
        });
    }

    private PaperBook book(BookKey key, PaperState state) {
        return new PaperBook(
                catalog.find(key.symbol())
                        .orElseThrow(() ->
                                new IllegalStateException(key.symbol() + " is no longer in the instrument catalogue")),
                terms,
                state,
                ids);
    }

    private void save(BookKey key, PaperBook book) {
        store.save(key, book.position(), book.changed(), book.onlyPriced());
    }

    private static BrokerReport report(List<PaperOrder> orders) {
        return new BrokerReport(orders.stream().map(PaperOrder::seen).toList());
    }
}
