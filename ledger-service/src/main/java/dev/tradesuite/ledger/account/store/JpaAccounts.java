package dev.tradesuite.ledger.account.store;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.accounting.account.AccountOpening;
import dev.tradesuite.accounting.account.ConversionRate;
import dev.tradesuite.accounting.account.Mark;
import dev.tradesuite.accounting.account.Position;
import dev.tradesuite.accounting.account.ProtectiveOrder;
import dev.tradesuite.accounting.account.StrategyHolding;
import dev.tradesuite.accounting.account.Valuation;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.ledger.account.Accounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Accounts as entities. An account and its positions are always read together, by one query; its holdings and orders by
 * others.
 */
@Component
final class JpaAccounts implements Accounts {

    private final AccountRows rows;
    private final JdbcClient jdbc;
    private final JdbcProtection protection;
    private final JdbcStrategyHoldings holdings;
    private final InstrumentCatalog catalog;

    JpaAccounts(
            AccountRows rows,
            JdbcClient jdbc,
            JdbcProtection protection,
            JdbcStrategyHoldings holdings,
            InstrumentCatalog catalog) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.protection = protection;
        this.holdings = holdings;
        this.catalog = catalog;
    }

    @Override
    public boolean add(Account account) {
        return rows.insertIfAbsent(
                        account.id(),
                        account.opening().name(),
                        account.currency(),
                        account.label().name(),
                        account.opening().initialBalance(),
                        account.updatedAt())
                == 1;
    }

    @Override
    public Optional<Account> find(String id) {
        return rows.findWithPositions(id).map(this::protectedAccount);
    }

    @Override
    public List<Account> all() {
        Map<String, List<ProtectiveOrder>> orders = protection.all();
        Map<String, List<StrategyHolding>> held = holdings.all();
        return rows.findAllWithPositions().stream()
                .map(entity -> account(
                        entity, held.getOrDefault(entity.id(), List.of()), orders.getOrDefault(entity.id(), List.of())))
                .toList();
    }

    @Override
    public Optional<Account> lock(String id) {
        return rows.lock(id).flatMap(_ -> rows.findWithPositions(id)).map(this::protectedAccount);
    }

    @Override
    public void save(Account account) {
        // The entity that lock() has read: no further query.
        AccountEntity entity = rows.findById(account.id())
                .orElseThrow(() -> new IllegalStateException("account " + account.id() + " is not stored"));
        entity.change(account);
        Map<String, PositionRow> held =
                account.positions().stream().collect(Collectors.toMap(Position::symbol, JpaAccounts::row));
        entity.positions().keySet().retainAll(held.keySet());
        entity.positions().putAll(held);
    }

    @Override
    public void saveHoldings(Account account, List<StrategyHolding> changed) {
        holdings.save(account, changed);
    }

    @Override
    public void saveProtection(Account account) {
        protection.save(account);
    }

    @Override
    public Set<String> holders() {
        return jdbc.sql("SELECT DISTINCT account_id FROM position ORDER BY account_id")
                .query(String.class)
                .set();
    }

    @Override
    public Set<String> concernedBy(Set<String> symbols, Set<Conversion> conversions) {
        return jdbc.sql(
                        """
                        SELECT p.account_id
                          FROM position p
                          JOIN mark m ON m.symbol = p.symbol
                         WHERE p.symbol = ANY(:symbols)
                           AND p.marked_at <= m.marked_at
                           AND (p.marked_at, p.mark_price, p.mark_source) <> (m.marked_at, m.price, 'MARKET')
                        UNION
                        SELECT p.account_id
                          FROM unnest(:converted, :currencies) AS c(symbol, currency)
                          JOIN position p ON p.symbol = c.symbol
                          JOIN account a ON a.id = p.account_id AND a.currency = c.currency
                        """)
                .param("symbols", symbols.toArray(String[]::new))
                .param("converted", conversions.stream().map(Conversion::symbol).toArray(String[]::new))
                .param(
                        "currencies",
                        conversions.stream().map(Conversion::currency).toArray(String[]::new))
                .query(String.class)
                .set();
    }

    private Account protectedAccount(AccountEntity entity) {
        // Where nothing is held nothing is protected, and the question is saved.
        return account(
                entity,
                holdings.of(entity.id()),
                entity.positions().isEmpty() ? List.of() : protection.of(entity.id()));
    }

    private Account account(AccountEntity entity, List<StrategyHolding> held, List<ProtectiveOrder> orders) {
        return new Account(
                new AccountOpening(
                        entity.id(), entity.name(), entity.currency(), entity.label(), entity.initialBalance()),
                entity.status(),
                entity.cash(),
                entity.positions().entrySet().stream()
                        .map(entry -> position(entry.getKey(), entry.getValue()))
                        .toList(),
                held,
                orders,
                entity.sequence(),
                entity.updatedAt());
    }

    private Position position(String symbol, PositionRow row) {
        return new Position(
                instrument(symbol),
                row.direction(),
                new Lots(row.lots()),
                row.cost(),
                row.margin(),
                new Leverage(row.leverage()),
                row.openedAt(),
                new Valuation(
                        new Mark(row.markPrice(), row.markedAt(), row.markSource()),
                        new ConversionRate(row.conversionRate(), row.conversionRateAt())));
    }

    private Instrument instrument(String symbol) {
        return catalog.find(symbol).orElseThrow(() -> new MissingInstrumentException("position", symbol));
    }

    private static PositionRow row(Position position) {
        return new PositionRow(
                position.direction(),
                position.lots().value(),
                position.cost(),
                position.margin(),
                position.leverage().value(),
                position.openedAt(),
                position.mark().price(),
                position.mark().source(),
                position.mark().at(),
                position.rate().value(),
                position.rate().at());
    }
}
