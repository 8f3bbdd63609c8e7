package dev.tradesuite.ledger.prediction.store;

import dev.tradesuite.accounting.prediction.OutcomePosition;
import dev.tradesuite.accounting.prediction.Portfolio;
import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.ledger.prediction.ManagedPortfolio;
import dev.tradesuite.ledger.prediction.PortfolioSetup;
import dev.tradesuite.ledger.prediction.Portfolios;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Portfolios as entities, read with their open positions: one query for any number of portfolios, one for theirs. */
@Component
final class JpaPortfolios implements Portfolios {

    private static final TypeReference<Map<String, Object>> CONFIG = new TypeReference<>() {};

    private final PortfolioRows rows;
    private final PositionRows positions;
    private final JsonMapper json;

    JpaPortfolios(PortfolioRows rows, NamedParameterJdbcOperations jdbc, JsonMapper json) {
        this.rows = rows;
        this.positions = new PositionRows(jdbc);
        this.json = json;
    }

    @Override
    public ManagedPortfolio add(ManagedPortfolio unnumbered) {
        return portfolio(rows.save(new PortfolioEntity(unnumbered, config(unnumbered))), List.of());
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
        entity.change(portfolio, config(portfolio));
        positions.save(portfolio.id(), changed);
    }

    @Override
    public Page list(Filter filter) {
        List<PortfolioEntity> found =
                rows.find(filter.status(), filter.strategyType(), PageRequest.of(filter.page(), filter.most()));
        Map<Long, List<OutcomePosition>> open = found.isEmpty()
                ? Map.of()
                : positions.open(found.stream().map(PortfolioEntity::id).toList());
        return new Page(
                found.stream()
                        .map(entity -> portfolio(entity, open.getOrDefault(entity.id(), List.of())))
                        .toList(),
                rows.count(filter.status(), filter.strategyType()));
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
                entity.fence(),
                entity.createdAt());
    }

    private String config(ManagedPortfolio portfolio) {
        return json.writeValueAsString(portfolio.setup().strategyConfig());
    }
}
