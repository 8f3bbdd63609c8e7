package dev.tradesuite.ledger.account;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.ledger.account.Accounts.Conversion;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Values the accounts anew after prices changed, all changes since the last run together.
 *
 * <p>Prices may come by the thousand; an account changes once for all of them. The last price is never lost: what a run
 * could not do is done by the next, and the first run after a start looks at every account. Safe for many threads to
 * report prices; one thread runs.
 */
public final class Remarking {

    private static final Logger LOG = LoggerFactory.getLogger(Remarking.class);

    private final Accounts accounts;
    private final BookingService books;
    private final InstrumentCatalog catalog;
    private final Currencies currencies;

    private final Set<String> repriced = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean everything = new AtomicBoolean(true);
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    /** By symbol, the positions it converts; the catalogue does not change while the service runs. */
    private final Map<String, Set<Conversion>> conversions = new ConcurrentHashMap<>();

    public Remarking(Accounts accounts, BookingService books, InstrumentCatalog catalog, Currencies currencies) {
        this.accounts = accounts;
        this.books = books;
        this.catalog = catalog;
        this.currencies = currencies;
    }

    /** Reports that an instrument has a new price, which is stored. */
    public void repriced(String symbol) {
        repriced.add(symbol);
    }

    /** Values every account that a new price concerns, and those an earlier run could not value. */
    public void run() {
        boolean all = everything.getAndSet(false);
        Set<String> symbols = taken();
        Set<String> due = new TreeSet<>(failed);
        if (all || !symbols.isEmpty()) {
            due.addAll(affected(all, symbols));
        }
        due.forEach(this::mark);
    }

    /** Takes the reports out; what is reported again meanwhile is valued by this run, since its price is stored. */
    private Set<String> taken() {
        Set<String> taken = Set.copyOf(repriced);
        repriced.removeAll(taken);
        return taken;
    }

    private Set<String> affected(boolean all, Set<String> symbols) {
        try {
            return all
                    ? accounts.holders()
                    : accounts.concernedBy(
                            symbols,
                            symbols.stream()
                                    .flatMap(symbol -> convertedBy(symbol).stream())
                                    .collect(Collectors.toSet()));
        } catch (RuntimeException cause) {
            everything.compareAndSet(false, all);
            repriced.addAll(symbols);
            throw cause;
        }
    }

    private Set<Conversion> convertedBy(String symbol) {
        return conversions.computeIfAbsent(
                symbol,
                _ -> catalog.currencyPair(symbol).isEmpty()
                        ? Set.of()
                        : catalog.all().stream()
                                .flatMap(instrument -> currencies.all().stream()
                                        .filter(currency -> catalog.symbolsToConvert(instrument.quote(), currency)
                                                .contains(symbol))
                                        .map(currency -> new Conversion(instrument.symbol(), currency)))
                                .collect(Collectors.toUnmodifiableSet()));
    }

    /** One account that cannot be valued does not keep the others from it. */
    private void mark(String accountId) {
        try {
            books.mark(accountId);
            failed.remove(accountId);
        } catch (RuntimeException cause) {
            LOG.warn("Account {} keeps its old marks until the next run", accountId, cause);
            failed.add(accountId);
        }
    }
}
