package dev.tradesuite.ledger.account;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.ledger.position.Fill;
import dev.tradesuite.ledger.position.MarketPrices;
import dev.tradesuite.ledger.position.Marks;
import dev.tradesuite.ledger.position.Position;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps the accounts: every change of one begins here and is complete or did not happen.
 *
 * <p>Changes of one account wait for one another at its lock, so each sees the one before it.
 */
public final class Books {

    private final Ledger ledger;
    private final Marks marks;
    private final InstrumentCatalog catalog;
    private final AccountEvents events;
    private final UnitOfWork work;
    private final Clock clock;

    public Books(
            Ledger ledger, Marks marks, InstrumentCatalog catalog, AccountEvents events, UnitOfWork work, Clock clock) {
        this.ledger = ledger;
        this.marks = marks;
        this.catalog = catalog;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /**
     * What the books of every account consist of.
     *
     * @param accounts cash and positions
     * @param trades fills as booked
     * @param history worth after every change
     */
    public record Ledger(Accounts accounts, Trades trades, EquityHistory history) {}

    /** Opens an account; empty when the id is taken. */
    public Optional<Account> open(NewAccount wanted) {
        return work.inTransaction(() -> {
            Account account = Account.opened(wanted, now());
            if (!ledger.accounts().add(account)) {
                return Optional.empty();
            }
            ledger.history().add(account.id(), EquityPoint.of(account, EquityPoint.Cause.OPENED));
            events.changed(account);
            return Optional.of(account);
        });
    }

    /**
     * Books a fill; a fill that is booked already changes nothing.
     *
     * @return the booking; empty when it was booked already
     * @throws FillRefusedException when no account can take it, or another fill has its id
     */
    public Optional<Booking> book(Fill fill) {
        return work.inTransaction(() -> {
            Account account = ledger.accounts()
                    .lock(fill.accountId())
                    .orElseThrow(() -> new FillRefusedException("no account " + fill.accountId()));
            Optional<Trade> earlier = ledger.trades().find(fill.id());
            if (earlier.isPresent()) {
                requireSame(earlier.get().fill(), fill);
                return Optional.empty();
            }
            return Optional.of(bookNew(account, fill));
        });
    }

    /** Values the positions of an account at the newest prices; does nothing when it has the newest. */
    public void mark(String accountId) {
        work.inTransaction(() -> ledger.accounts()
                .lock(accountId)
                .flatMap(account -> account.marked(pricesFor(account, Stream.empty()), now()))
                .map(marked -> {
                    store(marked, EquityPoint.Cause.MARK);
                    events.changed(marked);
                    return marked;
                }));
    }

    private Booking bookNew(Account account, Fill fill) {
        marks.offer(fill.instrument().symbol(), fill.mark(), "fill");
        MarketPrices prices = pricesFor(account, Stream.of(fill.instrument().symbol()));
        Booking booking = account.booked(fill, prices, now());
        store(booking.account(), EquityPoint.Cause.FILL);
        ledger.trades().add(booking.trade());
        events.filled(
                booking.account(),
                ledger.trades().progress(fill.id(), fill.order().orderId()));
        return booking;
    }

    private void store(Account account, EquityPoint.Cause cause) {
        ledger.accounts().save(account);
        ledger.history().add(account.id(), EquityPoint.of(account, cause));
    }

    private MarketPrices pricesFor(Account account, Stream<String> alsoFor) {
        Set<String> symbols = new HashSet<>();
        Stream.concat(account.positions().stream().map(Position::symbol), alsoFor)
                .forEach(symbol -> symbols.addAll(MarketPrices.symbolsFor(catalog, symbol, account.currency())));
        return symbols.isEmpty() ? MarketPrices.none() : MarketPrices.of(catalog, marks.newest(symbols));
    }

    /** Microseconds, as the database keeps them: an event tells the same time as a later question. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void requireSame(Fill booked, Fill fill) {
        if (!booked.tells(fill)) {
            throw new FillRefusedException(
                    "fill %s is booked as %s %s %s at %s on account %s, and comes again with other contents"
                            .formatted(
                                    booked.id(),
                                    booked.side(),
                                    booked.lots(),
                                    booked.instrument().symbol(),
                                    booked.price().toPlainString(),
                                    booked.accountId()));
        }
    }
}
