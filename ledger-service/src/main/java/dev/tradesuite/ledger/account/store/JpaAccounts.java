package dev.tradesuite.ledger.account.store;

import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.ledger.account.Account;
import dev.tradesuite.ledger.account.Accounts;
import dev.tradesuite.ledger.position.ConversionRate;
import dev.tradesuite.ledger.position.Mark;
import dev.tradesuite.ledger.position.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Accounts as entities. An account and its positions are always read together, by one query. */
@Component
final class JpaAccounts implements Accounts {

    private final AccountRows rows;
    private final InstrumentCatalog catalog;

    JpaAccounts(AccountRows rows, InstrumentCatalog catalog) {
        this.rows = rows;
        this.catalog = catalog;
    }

    @Override
    public boolean add(Account account) {
        return rows.insertIfAbsent(
                        account.id(),
                        account.name(),
                        account.currency(),
                        account.label().name(),
                        account.initialBalance(),
                        account.updatedAt())
                == 1;
    }

    @Override
    public Optional<Account> find(String id) {
        return rows.findWithPositions(id).map(this::account);
    }

    @Override
    public List<Account> all() {
        return rows.findAllWithPositions().stream().map(this::account).toList();
    }

    @Override
    public Optional<Account> lock(String id) {
        return rows.lock(id).flatMap(_ -> rows.findWithPositions(id)).map(this::account);
    }

    @Override
    public void save(Account account) {
        // The entity that lock() has read: no further query.
        AccountEntity entity = rows.findById(account.id())
                .orElseThrow(() -> new IllegalStateException("account " + account.id() + " is not stored"));
        entity.change(account.realisedPnl(), account.commissionPaid(), account.sequence(), account.updatedAt());
        Map<String, PositionRow> held =
                account.positions().stream().collect(Collectors.toMap(Position::symbol, JpaAccounts::row));
        entity.positions().keySet().retainAll(held.keySet());
        entity.positions().putAll(held);
    }

    @Override
    public List<Holding> holdings() {
        return rows.findHoldings();
    }

    private Account account(AccountEntity entity) {
        return new Account(
                entity.id(),
                entity.name(),
                entity.currency(),
                entity.label(),
                entity.initialBalance(),
                entity.realisedPnl(),
                entity.commissionPaid(),
                entity.positions().entrySet().stream()
                        .map(entry -> position(entry.getKey(), entry.getValue()))
                        .toList(),
                entity.sequence(),
                entity.updatedAt());
    }

    private Position position(String symbol, PositionRow row) {
        return new Position(
                instrument(symbol),
                row.direction(),
                new Lots(row.lots()),
                row.cost(),
                new Leverage(row.leverage()),
                row.stopLossPrice(),
                row.openedAt(),
                new Mark(row.markPrice(), row.markedAt()),
                new ConversionRate(row.conversionRate(), row.conversionRateAt()));
    }

    private Instrument instrument(String symbol) {
        return catalog.find(symbol).orElseThrow(() -> new MissingInstrumentException("position", symbol));
    }

    private static PositionRow row(Position position) {
        return new PositionRow(
                position.direction(),
                position.lots().value(),
                position.cost(),
                position.leverage().value(),
                position.stopLossPrice(),
                position.openedAt(),
                position.mark().price(),
                position.mark().at(),
                position.rate().value(),
                position.rate().at());
    }
}
