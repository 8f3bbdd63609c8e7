package dev.tradesuite.ledger.account;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.accounting.account.AccountBooking;
import dev.tradesuite.accounting.account.AccountOpening;
import dev.tradesuite.accounting.account.Fill;
import dev.tradesuite.accounting.account.FillRefusedException;
import dev.tradesuite.accounting.account.Position;
import dev.tradesuite.accounting.account.ProtectiveOrder;
import dev.tradesuite.accounting.account.ValuationPrices;
import dev.tradesuite.contracts.ledger.EquityPoint.Cause;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Keeps the accounts: every change of one begins here and is complete or did not happen.
 *
 * <p>Changes of one account wait for one another at its lock, so each sees the one before it.
 */
public final class BookingService {

    private final Ledger ledger;
    private final Marks marks;
    private final InstrumentCatalog catalog;
    private final AccountEvents events;
    private final UnitOfWork work;
    private final Clock clock;

    public BookingService(
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
    public record Ledger(Accounts accounts, AccountTrades trades, EquityHistory history) {}

    /** As {@link #open(AccountOpening, Consumer)}, and nobody waits to be told. */
    public Optional<Account> open(AccountOpening wanted) {
        return open(wanted, _ -> {});
    }

    /**
     * Opens an account; empty when the id is taken.
     *
     * @param opening told of the account in the transaction that opens it
     */
    public Optional<Account> open(AccountOpening wanted, Consumer<Account> opening) {
        return work.durable(() -> {
            Account account = Account.opened(wanted, now());
            if (!ledger.accounts().add(account)) {
                return Optional.empty();
            }
            ledger.history().add(account.id(), EquityPoint.of(account, Cause.OPENED));
            events.changed(account);
            opening.accept(account);
            return Optional.of(account);
        });
    }

    /**
     * Books a fill; a fill that is booked already changes nothing, so that an event may come twice.
     *
     * @param protection the orders that reduce the position from now on; empty: those that did before
     * @return the booking; empty when it was booked already
     * @throws FillRefusedException when no account can take it, or another fill has its id
     */
    public Optional<AccountBooking> book(Fill fill, Optional<List<ProtectiveOrder>> protection) {
        return work.durable(() -> {
            Account before = ledger.accounts()
                    .lock(fill.accountId())
                    .orElseThrow(() -> new FillRefusedException("no account " + fill.accountId()));
            Account account = protection
                    .map(orders -> before.protectedBy(fill.instrument().symbol(), orders))
                    .orElse(before);
            AccountBooking booking = account.booked(fill, prices(account, fill), now());
            Optional<OrderProgress> progress = ledger.trades().add(booking.trade());
            if (progress.isEmpty()) {
                requireSame(ledger.trades().find(fill.id()).orElseThrow().fill(), fill);
                return Optional.empty();
            }
            store(booking.account(), Cause.FILL);
            ledger.accounts().saveHoldings(booking.account(), booking.holdings());
            if (!account.equals(before)) {
                ledger.accounts().saveProtection(account);
            }
            events.filled(booking.account(), progress.get());
            return Optional.of(booking);
        });
    }

    /** Values the positions of an account at the newest prices; does nothing when it has the newest. */
    public void mark(String accountId) {
        work.durable(() -> ledger.accounts()
                .lock(accountId)
                .flatMap(account -> account.marked(prices(account, Stream.empty()), now()))
                .ifPresent(marked -> {
                    store(marked, Cause.MARK);
                    events.changed(marked);
                }));
    }

    /** Other orders reduce the position of an account in an instrument than before. */
    public void protect(String accountId, String symbol, List<ProtectiveOrder> orders) {
        work.durable(() -> ledger.accounts()
                .lock(accountId)
                .flatMap(account -> account.reprotected(symbol, orders, now()))
                .ifPresent(changed -> {
                    ledger.accounts().save(changed);
                    ledger.accounts().saveProtection(changed);
                    events.changed(changed);
                }));
    }

    private void store(Account account, Cause cause) {
        ledger.accounts().save(account);
        ledger.history().add(account.id(), EquityPoint.of(account, cause));
    }

    private ValuationPrices prices(Account account, Fill fill) {
        return prices(account, Stream.of(fill.instrument().symbol()));
    }

    private ValuationPrices prices(Account account, Stream<String> alsoFor) {
        Set<String> symbols = symbolsFor(account, alsoFor);
        return symbols.isEmpty() ? ValuationPrices.none() : ValuationPrices.of(catalog, marks.newest(symbols));
    }

    private Set<String> symbolsFor(Account account, Stream<String> alsoFor) {
        Set<String> symbols = new HashSet<>();
        Stream.concat(account.positions().stream().map(Position::symbol), alsoFor)
                .forEach(symbol -> symbols.addAll(ValuationPrices.symbolsFor(catalog, symbol, account.currency())));
        return symbols;
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
