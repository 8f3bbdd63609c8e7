package dev.tradesuite.ledger.account;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.ledger.account.Accounts.Holding;
import dev.tradesuite.ledger.position.MarketPrices;
import java.util.Collections;
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
    private final Books books;
    private final InstrumentCatalog catalog;

    private final Set<String> repriced = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean everything = new AtomicBoolean(true);
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    public Remarking(Accounts accounts, Books books, InstrumentCatalog catalog) {
        this.accounts = accounts;
        this.books = books;
        this.catalog = catalog;
    }

    /** Reports that an instrument has a new price, which is stored. */
    public void repriced(String symbol) {
        repriced.add(symbol);
    }

    /** Values every account that a new price concerns, and those the last run could not value. */
    public void run() {
        boolean all = everything.getAndSet(false);
        Set<String> symbols = taken();
        Set<String> due = new TreeSet<>(failed);
        failed.clear();
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
            return accounts.holdings().stream()
                    .filter(holding -> all || concerns(holding, symbols))
                    .map(Holding::accountId)
                    .collect(Collectors.toSet());
        } catch (RuntimeException cause) {
            everything.compareAndSet(false, all);
            repriced.addAll(symbols);
            throw cause;
        }
    }

    private boolean concerns(Holding holding, Set<String> symbols) {
        return !Collections.disjoint(symbols, MarketPrices.symbolsFor(catalog, holding.symbol(), holding.currency()));
    }

    /** One account that cannot be valued does not keep the others from it. */
    private void mark(String accountId) {
        try {
            books.mark(accountId);
        } catch (RuntimeException cause) {
            LOG.warn("Account {} keeps its old marks until the next run", accountId, cause);
            failed.add(accountId);
        }
    }
}
