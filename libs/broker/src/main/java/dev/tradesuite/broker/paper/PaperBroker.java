package dev.tradesuite.broker.paper;

import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.broker.BrokerCapabilities;
import dev.tradesuite.broker.BrokerCosts;
import dev.tradesuite.broker.BrokerReport;
import dev.tradesuite.broker.BrokerRequest;
import dev.tradesuite.broker.CandleDrivenBroker;
import dev.tradesuite.broker.paper.PaperStore.BookKey;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.instruments.HeldLots;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Fills orders without a market behind it.
 *
 * <p>A market order is filled at the price its sender states: no other quote is at hand at that moment. Everything that
 * waits is filled from closed candles. The book of the broker is kept apart from the orders of the service; both are in
 * one database, and an order and its fill are written to them in one transaction.
 */
public final class PaperBroker implements CandleDrivenBroker {

    static final String NAME = "paper";

    private static final BrokerCapabilities CAPABILITIES = new BrokerCapabilities(
            EnumSet.allOf(OrderType.class),
            EnumSet.allOf(TimeInForce.class),
            true,
            true,
            true,
            Duration.ZERO,
            false,
            true,
            true);

    private final InstrumentCatalog catalog;
    private final PaperTerms terms;
    private final PaperStore store;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public PaperBroker(InstrumentCatalog catalog, PaperTerms terms, PaperStore store, Supplier<UUID> ids, Clock clock) {
        this.catalog = catalog;
        this.terms = terms;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public RunLabel label() {
        return RunLabel.PAPER;
    }

    @Override
    public BrokerCapabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public BrokerCosts costs() {
        return new BrokerCosts(terms.spreadPips(), terms.slippagePips(), terms.commissionPerLot());
    }

    @Override
    public Duration latency() {
        return terms.latency();
    }

    @Override
    public BrokerReport submit(BrokerRequest request) {
        return inBook(key(request), List.of(request.clientOrderId()), book -> book.submit(request, clock.instant()));
    }

    @Override
    public BrokerReport cancel(BrokerRequest request, Reason why) {
        return inBook(
                key(request), List.of(request.clientOrderId()), book -> book.cancel(request, why, clock.instant()));
    }

    @Override
    public BrokerReport replace(BrokerRequest old, BigDecimal filledSoFar, BrokerRequest replacement, Reason why) {
        return inBook(
                key(old),
                List.of(old.clientOrderId(), replacement.clientOrderId()),
                book -> book.replace(old.clientOrderId(), filledSoFar, replacement, why, clock.instant()));
    }

    @Override
    public BrokerReport protect(String accountId, String symbol, List<BrokerRequest> legs, Reason why) {
        return inBook(
                new BookKey(accountId, symbol),
                legs.stream().map(BrokerRequest::clientOrderId).toList(),
                book -> book.protect(legs, why, clock.instant()));
    }

    @Override
    public BrokerReport lookup(String accountId, Collection<String> clientOrderIds) {
        return report(store.find(accountId, clientOrderIds));
    }

    @Override
    public BigDecimal position(String accountId, String symbol) {
        return held(accountId, symbol).position();
    }

    @Override
    public Optional<HeldLots> holdings(String accountId, String symbol) {
        return Optional.of(held(accountId, symbol));
    }

    private HeldLots held(String accountId, String symbol) {
        return store.held(new BookKey(accountId, symbol));
    }

    @Override
    public boolean waitsFor(String symbol) {
        return store.waitsFor(symbol);
    }

    @Override
    public BrokerReport onCandle(BrokerCandle candle) {
        return inBooks(() -> store.waitingFor(candle.symbol()), book -> book.onCandle(candle));
    }

    @Override
    public BrokerReport expire(Instant now) {
        return inBooks(() -> store.expiring(now), book -> book.expire(now));
    }

    /** Changes a book; the report begins with the orders that were asked about, changed or not. */
    private BrokerReport inBook(BookKey key, List<String> asked, Consumer<PaperBook> change) {
        return store.together(() -> {
            PaperBook book = book(key, asked);
            change.accept(book);
            save(key, book);
            Set<PaperBookOrder> reported = new LinkedHashSet<>();
            asked.forEach(id -> book.order(id).ifPresent(reported::add));
            reported.addAll(book.changed());
            return report(reported);
        });
    }

    private BrokerReport inBooks(Supplier<List<BookKey>> keys, Consumer<PaperBook> change) {
        return store.together(() -> {
            List<PaperBookOrder> reported = new ArrayList<>();
            for (BookKey key : keys.get()) {
                PaperBook book = book(key, List.of());
                change.accept(book);
                reported.addAll(book.changed());
                save(key, book);
            }
            return report(reported);
        });
    }

    private PaperBook book(BookKey key, List<String> asked) {
        Instrument instrument = catalog.find(key.symbol())
                .orElseThrow(
                        () -> new IllegalStateException(key.symbol() + " is no longer in the instrument catalogue"));
        return new PaperBook(instrument, terms, store.lock(key, asked), ids);
    }

    private void save(BookKey key, PaperBook book) {
        store.save(key, book.held(), book.changed(), book.onlyPriced());
    }

    private static BookKey key(BrokerRequest request) {
        return new BookKey(request.accountId(), request.terms().symbol());
    }

    /** The orders as they come: an order before the legs of its bracket, and fills in the order in which they were. */
    private static BrokerReport report(Collection<PaperBookOrder> orders) {
        return new BrokerReport(orders.stream().map(PaperBookOrder::seen).toList());
    }
}
