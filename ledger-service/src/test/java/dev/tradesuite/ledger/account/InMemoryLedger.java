package dev.tradesuite.ledger.account;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.accounting.account.Fill;
import dev.tradesuite.accounting.account.Mark;
import dev.tradesuite.accounting.account.Position;
import dev.tradesuite.accounting.account.ProtectiveOrder;
import dev.tradesuite.accounting.account.StrategyHolding;
import dev.tradesuite.accounting.account.Trade;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The books without a database: what was stored and published can be looked at. */
final class InMemoryLedger
        implements Accounts, AccountTrades, CashFlows, EquityHistory, Marks, AccountEvents, UnitOfWork {

    final Map<String, Account> accounts = new LinkedHashMap<>();
    final List<Trade> trades = new ArrayList<>();
    final Map<String, List<EquityPoint>> history = new HashMap<>();
    final Map<String, List<ProtectiveOrder>> protection = new HashMap<>();
    final Map<String, StrategyHolding> holdings = new HashMap<>();
    final Map<String, Mark> marks = new HashMap<>();
    final Map<String, MarketPrice> offered = new HashMap<>();
    final List<BookedCashFlow> flows = new ArrayList<>();
    final List<Account> published = new ArrayList<>();
    final List<OrderProgress> publishedFills = new ArrayList<>();

    /** While set, open positions cannot be listed. */
    boolean down;

    /** Happens while somebody waits for the lock of an account. */
    Runnable whileWaiting = () -> {};

    /** Accounts in the order they were locked. */
    final List<String> locked = new ArrayList<>();

    /** This account cannot be locked. */
    Optional<String> broken = Optional.empty();

    BookingService.Ledger ledger() {
        return new BookingService.Ledger(this, this, this);
    }

    BigDecimal price(String symbol) {
        return mark(symbol).price();
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
        whileWaiting.run();
        locked.add(id);
        return find(id);
    }

    @Override
    public void save(Account account) {
        accounts.put(account.id(), account);
    }

    @Override
    public void saveHoldings(Account account, List<StrategyHolding> changed) {
        changed.forEach(
                holding -> holdings.put(account.id() + "/" + holding.symbol() + "/" + holding.strategy(), holding));
    }

    @Override
    public void saveProtection(Account account) {
        protection.put(account.id(), account.protection());
    }

    @Override
    public void add(BookedCashFlow flow) {
        flows.add(flow);
    }

    @Override
    public List<BookedCashFlow> list(String accountId, Optional<String> strategy, Optional<Long> before, int most) {
        return flows.reversed().stream()
                .filter(flow -> flow.accountId().equals(accountId))
                .filter(flow -> strategy.isEmpty() || strategy.get().equals(flow.strategy()))
                .filter(flow -> flow.sequence() < before.orElse(Long.MAX_VALUE))
                .limit(most)
                .toList();
    }

    @Override
    public Set<String> holders() {
        return holding((_, _) -> true);
    }

    @Override
    public Set<String> concernedBy(Set<String> symbols, Set<Conversion> conversions) {
        return holding((account, position) -> (symbols.contains(position.symbol())
                        && !mark(position.symbol())
                                .at()
                                .isBefore(position.mark().at())
                        && !mark(position.symbol()).equals(position.mark()))
                || conversions.contains(new Conversion(position.symbol(), account.currency())));
    }

    private Set<String> holding(BiPredicate<Account, Position> what) {
        if (down) {
            throw new IllegalStateException("the store is down");
        }
        return accounts.values().stream()
                .filter(account -> account.positions().stream().anyMatch(position -> what.test(account, position)))
                .map(Account::id)
                .collect(Collectors.toSet());
    }

    private Mark mark(String symbol) {
        return Optional.ofNullable(marks.get(symbol)).orElseThrow();
    }

    @Override
    public Optional<Trade> find(UUID fillId) {
        return trades.stream().filter(trade -> trade.fill().id().equals(fillId)).findFirst();
    }

    @Override
    public Set<UUID> unknown(Set<UUID> fillIds) {
        return fillIds.stream().filter(id -> find(id).isEmpty()).collect(Collectors.toSet());
    }

    @Override
    public Optional<OrderProgress> add(Trade trade) {
        UUID fillId = trade.fill().id();
        if (find(fillId).isPresent()) {
            return Optional.empty();
        }
        trades.add(trade);
        return Optional.of(progress(fillId, trade.fill().order().orderId()));
    }

    private OrderProgress progress(UUID fillId, UUID orderId) {
        List<Fill> fills = trades.stream()
                .map(Trade::fill)
                .filter(fill -> fill.order().orderId().equals(orderId))
                .toList();
        Lots booked =
                new Lots(fills.stream().map(fill -> fill.lots().value()).reduce(BigDecimal.ZERO, BigDecimal::add));
        boolean complete = fills.stream()
                .filter(fill -> fill.order().complete())
                .anyMatch(fill -> !booked.isLessThan(fill.order().cumulativeLots()));
        return new OrderProgress(fillId, orderId, booked, complete);
    }

    @Override
    public List<Trade> list(String accountId, Optional<String> strategy, Span span) {
        return trades.stream()
                .filter(trade -> trade.fill().accountId().equals(accountId))
                .toList();
    }

    @Override
    public List<Trade> after(String accountId, long sequence, int most) {
        return trades.stream()
                .filter(trade -> trade.fill().accountId().equals(accountId) && trade.sequence() > sequence)
                .limit(most)
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
    public boolean offer(MarketPrice price) {
        MarketPrice known = offered.get(price.symbol());
        boolean putRight = known != null
                && known.at().equals(price.at())
                && known.timeframe() == price.timeframe()
                && known.price().compareTo(price.price()) != 0;
        boolean taken = known == null || price.at().isAfter(known.at()) || putRight;
        if (taken) {
            offered.put(price.symbol(), price);
            marks.put(price.symbol(), price.mark());
        }
        return taken;
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
    public void filled(Account account, OrderProgress fill) {
        published.add(account);
        publishedFills.add(fill);
    }

    @Override
    public <T> T durable(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T relaxed(Supplier<T> work) {
        return work.get();
    }
}
