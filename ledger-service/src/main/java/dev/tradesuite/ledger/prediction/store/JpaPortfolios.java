package dev.tradesuite.ledger.prediction.store;

import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.ledger.prediction.Portfolio;
import dev.tradesuite.ledger.prediction.Portfolios;
import dev.tradesuite.ledger.prediction.Position;
import dev.tradesuite.ledger.prediction.Setup;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Portfolios as entities, read with their open positions: one query for any number of portfolios, one for theirs. */
@Component
final class JpaPortfolios implements Portfolios {

    private static final TypeReference<Map<String, Object>> CONFIG = new TypeReference<>() {};

    private final PortfolioRows rows;
    private final MarketPositionRows positionRows;
    private final EntityManager entities;
    private final JsonMapper json;

    JpaPortfolios(PortfolioRows rows, MarketPositionRows positionRows, EntityManager entities, JsonMapper json) {
        this.rows = rows;
        this.positionRows = positionRows;
        this.entities = entities;
        this.json = json;
    }

    @Override
    public Portfolio add(Portfolio unnumbered) {
        return portfolio(rows.save(new PortfolioEntity(unnumbered, config(unnumbered))), List.of());
    }

    @Override
    public Optional<Portfolio> find(long id) {
        return rows.findById(id).map(this::withPositions);
    }

    @Override
    public Optional<Portfolio> lock(long id) {
        return rows.lock(id).map(this::withPositions);
    }

    private Portfolio withPositions(PortfolioEntity entity) {
        return portfolio(entity, positionRows.findOpen(List.of(entity.id())));
    }

    /** Writes at once: rows of other tables point at new positions. */
    @Override
    public void save(Portfolio portfolio, List<Position> changed) {
        // The entity that lock() has read: no further query.
        PortfolioEntity entity = rows.findById(portfolio.id())
                .orElseThrow(() -> new IllegalStateException("portfolio " + portfolio.id() + " is not stored"));
        entity.change(portfolio, config(portfolio));
        for (Position position : changed) {
            positionRows
                    .findById(position.id())
                    .ifPresentOrElse(
                            stored -> stored.change(position),
                            () -> entities.persist(new MarketPositionEntity(portfolio.id(), position)));
        }
        entities.flush();
    }

    @Override
    public Page list(Filter filter) {
        List<PortfolioEntity> found =
                rows.find(filter.status(), filter.strategyType(), PageRequest.of(filter.page(), filter.most()));
        List<Long> ids = found.stream().map(PortfolioEntity::id).toList();
        Map<Long, List<MarketPositionEntity>> positions = ids.isEmpty()
                ? Map.of()
                : positionRows.findOpen(ids).stream().collect(Collectors.groupingBy(MarketPositionEntity::portfolioId));
        return new Page(
                found.stream()
                        .map(entity -> portfolio(entity, positions.getOrDefault(entity.id(), List.of())))
                        .toList(),
                rows.count(filter.status(), filter.strategyType()));
    }

    @Override
    public List<Position> positions(long id, MarketPosition.@Nullable Status status, int most) {
        return positionRows.find(id, status, Limit.of(most)).stream()
                .map(MarketPositionEntity::position)
                .toList();
    }

    private Portfolio portfolio(PortfolioEntity entity, List<MarketPositionEntity> positions) {
        return new Portfolio(
                entity.id(),
                entity.strategyType(),
                entity.status(),
                new Setup(
                        entity.name(),
                        json.readValue(entity.strategyConfig(), CONFIG),
                        entity.isConfigChecked(),
                        entity.schedule()),
                entity.funds(),
                positions.stream().map(MarketPositionEntity::position).toList(),
                entity.fence(),
                entity.sequence(),
                entity.createdAt(),
                entity.updatedAt());
    }

    private String config(Portfolio portfolio) {
        return json.writeValueAsString(portfolio.setup().strategyConfig());
    }
}
