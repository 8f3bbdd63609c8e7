package dev.tradesuite.portfolio;

import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.registry.StrategyStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Strategies in memory. */
public final class MemoryStrategies implements StrategyStore {

    private static final Instant REGISTERED = Instant.parse("2026-01-05T10:00:00Z");

    private final TreeMap<String, RegisteredStrategy> byCode = new TreeMap<>();

    /** With these, each with the source. */
    public static MemoryStrategies of(StrategySource source, String... codes) {
        MemoryStrategies strategies = new MemoryStrategies();
        for (String code : codes) {
            strategies.add(strategy(code, source));
        }
        return strategies;
    }

    /** A strategy that has just been registered. */
    public static RegisteredStrategy strategy(String code, StrategySource source) {
        return new RegisteredStrategy(
                code,
                "Strategy " + code,
                source,
                Optional.empty(),
                RegisteredStrategy.Stage.first(REGISTERED),
                REGISTERED,
                0);
    }

    @Override
    public List<RegisteredStrategy> list(String after, int most) {
        return byCode.tailMap(after, false).values().stream().limit(most).toList();
    }

    @Override
    public Optional<RegisteredStrategy> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    @Override
    public Optional<RegisteredStrategy> lock(String code) {
        return find(code);
    }

    @Override
    public boolean add(RegisteredStrategy strategy) {
        return byCode.putIfAbsent(strategy.code(), strategy) == null;
    }

    @Override
    public RegisteredStrategy save(RegisteredStrategy strategy) {
        RegisteredStrategy saved = new RegisteredStrategy(
                strategy.code(),
                strategy.name(),
                strategy.source(),
                strategy.benchmark(),
                strategy.stage(),
                strategy.registeredAt(),
                strategy.version() + 1);
        byCode.put(saved.code(), saved);
        return saved;
    }
}
