package dev.tradesuite.ledger.prediction.store;

import dev.tradesuite.accounting.prediction.OutcomePosition;
import dev.tradesuite.accounting.prediction.Portfolio;
import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.ledger.prediction.ManagedPortfolio;
import dev.tradesuite.ledger.prediction.PortfolioSetup;
import dev.tradesuite.ledger.prediction.Portfolios;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Portfolios as entities, read with their open positions: one query for any number of portfolios, one for theirs. */
@Component
final class JpaPortfolios implements Portfolios {

    private static final TypeReference<Map<String, Object>> CONFIG = new TypeReference<>() {};

    private final PortfolioRows rows;
    private final PositionRows positions;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    JpaPortfolios(PortfolioRows rows, NamedParameterJdbcOperations jdbc, JsonMapper json) {
        this.rows = rows;
        this.positions = new PositionRows(jdbc);
        this.jdbc = JdbcClient.create(jdbc);
        this.json = json;
    }

    @Override
    public ManagedPortfolio add(ManagedPortfolio unnumbered) {
        // The number comes from the database, so that the row is inserted at once.
        return unlessNameIsTaken(
                unnumbered, () -> portfolio(rows.save(new PortfolioEntity(unnumbered, config(unnumbered))), List.of()));
    }

    private static <T> T unlessNameIsTaken(ManagedPortfolio portfolio, Supplier<T> write) {
        try {
            return write.get();
        } catch (DataIntegrityViolationException e) {
            if (String.valueOf(e.getMostSpecificCause().getMessage()).contains("portfolio_name_once")) {
                throw Portfolios.nameTaken(portfolio.setup().name());
            }
            throw e;
        }
    }

    @Override
    public Optional<ManagedPortfolio> find(long id) {
        return rows.findById(id).map(this::withPositions);
    }

    /** The positions are read after the lock is there, so that they are those it protects. */
    @Override
    public Optional<ManagedPortfolio> lock(long id) {
        return rows.lock(id).map(this::withPositions);
    }

    private ManagedPortfolio withPositions(PortfolioEntity entity) {
        return portfolio(entity, positions.open(entity.id()));
    }

    @Override
    public void save(ManagedPortfolio portfolio, List<OutcomePosition> changed) {
        // The entity that lock() has read: no further query.
        PortfolioEntity entity = rows.findById(portfolio.id())
                .orElseThrow(() -> new IllegalStateException("portfolio " + portfolio.id() + " is not stored"));
        boolean renamed = !entity.name().equals(portfolio.setup().name());
        entity.change(portfolio, config(portfolio));
        if (renamed) {
            unlessNameIsTaken(portfolio, () -> {
                rows.flush();
                return portfolio;
            });
        }
        positions.save(portfolio.id(), changed);
    }

    @Override
    public Optional<Obstacle> obstacle(long id) {
        return jdbc
                .sql(
                        """
                        SELECT CASE
                               WHEN EXISTS (SELECT FROM market_trade WHERE portfolio_id = :id) THEN 'TRADES'
                               WHEN EXISTS (SELECT FROM portfolio_transfer WHERE portfolio_id = :id) THEN 'TRADES'
                               WHEN EXISTS (SELECT FROM portfolio_order WHERE portfolio_id = :id AND status = 'NEW')
                               THEN 'ORDER_WAITS' END
                        """)
                .param("id", id)
                .query(String.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(Obstacle::valueOf);
    }

    @Override
    public void delete(long id) {
        for (String table : List.of("portfolio_order", "portfolio_cycle", "portfolio_snapshot", "portfolio_change")) {
            jdbc.sql("DELETE FROM %s WHERE portfolio_id = :id".formatted(table))
                    .param("id", id)
                    .update();
        }
        rows.deleteById(id);
    }

    @Override
    public Page list(Filter filter) {
        boolean all = filter.only() == null;
        Set<Long> only = Objects.requireNonNullElse(filter.only(), Set.of());
        List<PortfolioEntity> found = rows.find(
                filter.status(), filter.strategyType(), all, only, PageRequest.of(filter.page(), filter.most()));
        Map<Long, List<OutcomePosition>> open = found.isEmpty()
                ? Map.of()
                : positions.open(found.stream().map(PortfolioEntity::id).toList());
        return new Page(
                found.stream()
                        .map(entity -> portfolio(entity, open.getOrDefault(entity.id(), List.of())))
                        .toList(),
                rows.count(filter.status(), filter.strategyType(), all, only));
    }

    @Override
    public List<OutcomePosition> positions(long id, MarketPosition.@Nullable Status status, int most) {
        return positions.newest(id, status, most);
    }

    private ManagedPortfolio portfolio(PortfolioEntity entity, List<OutcomePosition> open) {
        return new ManagedPortfolio(
                new Portfolio(
                        entity.id(), entity.status(), entity.funds(), open, entity.sequence(), entity.updatedAt()),
                entity.strategyType(),
                new PortfolioSetup(
                        entity.name(),
                        json.readValue(entity.strategyConfig(), CONFIG),
                        entity.isConfigChecked(),
                        entity.schedule()),
                entity.decision(),
                entity.fence(),
                entity.createdAt());
    }

    private String config(ManagedPortfolio portfolio) {
        return json.writeValueAsString(portfolio.setup().strategyConfig());
    }
}
