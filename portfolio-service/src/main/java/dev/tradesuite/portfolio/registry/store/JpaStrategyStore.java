package dev.tradesuite.portfolio.registry.store;

import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategyStore;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Strategies as entities. */
@Component
final class JpaStrategyStore implements StrategyStore {

    private final StrategyRows rows;

    JpaStrategyStore(StrategyRows rows) {
        this.rows = rows;
    }

    @Override
    public List<RegisteredStrategy> list(String after, int most) {
        return rows.list(after, Limit.of(most)).stream()
                .map(StrategyEntity::strategy)
                .toList();
    }

    @Override
    public Optional<RegisteredStrategy> find(String code) {
        return rows.findById(code).map(StrategyEntity::strategy);
    }

    @Override
    public Optional<RegisteredStrategy> lock(String code) {
        return rows.lock(code).map(StrategyEntity::strategy);
    }

    @Override
    public boolean add(RegisteredStrategy strategy) {
        return rows.insertIfAbsent(
                        strategy.code(),
                        strategy.name(),
                        strategy.source().text(),
                        strategy.benchmark().orElse(null),
                        strategy.registeredAt())
                == 1;
    }

    @Override
    public RegisteredStrategy save(RegisteredStrategy strategy) {
        // The entity that lock() has read: no further query.
        StrategyEntity entity = rows.findById(strategy.code())
                .orElseThrow(() -> new IllegalStateException("strategy " + strategy.code() + " is not stored"));
        entity.change(strategy);
        return rows.saveAndFlush(entity).strategy();
    }
}
