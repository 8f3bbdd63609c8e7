package dev.tradesuite.ledger.account;

import dev.tradesuite.instruments.Lots;
import dev.tradesuite.ledger.position.Fill;
import dev.tradesuite.ledger.position.Mark;
import dev.tradesuite.ledger.position.Marks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The books without a database: what was stored and published can be looked at. */
final class InMemoryLedger implements Accounts, Trades, EquityHistory, Marks, AccountEvents, UnitOfWork {

    final Map<String, Account> accounts = new LinkedHashMap<>();
    final List<Trade> trades = new ArrayList<>();
    final Map<String, List<EquityPoint>> history = new HashMap<>();
    final Map<String, Mark> marks = new HashMap<>();
    final List<Account> published = new ArrayList<>();
    final List<BookedFill> publishedFills = new ArrayList<>();

    /** While set, open positions cannot be listed. */
    boolean down;

    /** This account cannot be locked. */
    Optional<String> broken = Optional.empty();

    Books.Ledger ledger() {
        return new Books.Ledger(this, this, this);
    }

    BigDecimal price(String symbol) {
        return Optional.ofNullable(marks.get(symbol)).orElseThrow().price();
    }

    @Override
    public boolean add(Account account) {
        return accounts.putIfAbsent(account.id(), account) == null;
    }

    @Override
    public Optional<Account> find(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public List<Account> all() {
        return List.copyOf(accounts.values());
    }

    @Override
    public Optional<Account> lock(String id) {
        if (broken.filter(id::equals).isPresent()) {
            throw new IllegalStateException(id + " is broken");
        }
        return find(id);
    }

    @Override
    public void save(Account account) {
        accounts.put(account.id(), account);
    }

    @Override
    public List<Holding> holdings() {
        if (down) {
            throw new IllegalStateException("the store is down");
        }
        return accounts.values().stream()
                .flatMap(account -> account.positions().stream()
                        .map(position -> new Holding(account.id(), account.currency(), position.symbol())))
                .toList();
    }

    @Override
    public Optional<Trade> find(UUID fillId) {
        return trades.stream().filter(trade -> trade.fill().id().equals(fillId)).findFirst();
    }

    @Override
    public void add(Trade trade) {
        trades.add(trade);
    }

    @Override
    public BookedFill progress(UUID fillId, UUID orderId) {
        List<Fill> fills = trades.stream()
                .map(Trade::fill)
                .filter(fill -> fill.order().orderId().equals(orderId))
                .toList();
        Lots booked =
                new Lots(fills.stream().map(fill -> fill.lots().value()).reduce(BigDecimal.ZERO, BigDecimal::add));
        boolean complete = fills.stream()
                .filter(fill -> fill.order().complete())
                .anyMatch(fill -> !booked.isLessThan(fill.order().cumulativeLots()));
        return new BookedFill(fillId, orderId, booked, complete);
    }

    @Override
    public List<Trade> list(String accountId, Span span) {
        return trades.stream()
                .filter(trade -> trade.fill().accountId().equals(accountId))
                .toList();
    }

    @Override
    public void add(String accountId, EquityPoint point) {
        history.computeIfAbsent(accountId, _ -> new ArrayList<>()).add(point);
    }

    @Override
    public List<EquityPoint> points(String accountId, Span span) {
        return List.copyOf(history.getOrDefault(accountId, List.of()));
    }

    @Override
    public boolean offer(String symbol, Mark mark, String source) {
        Mark known = marks.get(symbol);
        boolean newest = known == null || mark.at().isAfter(known.at());
        if (newest) {
            marks.put(symbol, mark);
        }
        return newest;
    }

    @Override
    public Map<String, Mark> newest(Collection<String> symbols) {
        Map<String, Mark> newest = new HashMap<>(marks);
        newest.keySet().retainAll(symbols);
        return newest;
    }

    @Override
    public void changed(Account account) {
        published.add(account);
    }

    @Override
    public void filled(Account account, BookedFill fill) {
        published.add(account);
        publishedFills.add(fill);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }
}
