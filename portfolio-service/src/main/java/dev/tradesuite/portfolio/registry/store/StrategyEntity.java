package dev.tradesuite.portfolio.registry.store;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Row of {@code strategy}. */
@Entity
@Table(name = "strategy")
class StrategyEntity {

    @Id
    private String code;

    private String name;

    @Column(updatable = false)
    private String source;

    private @Nullable String benchmark;

    @Enumerated(EnumType.STRING)
    private LifecycleState state;

    private Instant stateSince;
    private @Nullable Instant paperSince;

    @Column(updatable = false)
    private Instant registeredAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in.
    protected StrategyEntity() {}

    RegisteredStrategy strategy() {
        return new RegisteredStrategy(
                code,
                name,
                StrategySource.parse(source)
                        .orElseThrow(() -> new IllegalStateException("strategy %s has the source %s, expected %s"
                                .formatted(code, source, StrategySource.FORMS))),
                Optional.ofNullable(benchmark),
                new RegisteredStrategy.Stage(state, stateSince, Optional.ofNullable(paperSince)),
                registeredAt,
                version);
    }

    void change(RegisteredStrategy strategy) {
        name = strategy.name();
        benchmark = strategy.benchmark().orElse(null);
        state = strategy.stage().state();
        stateSince = strategy.stage().since();
        paperSince = strategy.stage().paperSince().orElse(null);
    }
}
