package dev.tradesuite.portfolio.optimisation.store;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.portfolio.optimisation.StrategyStates;
import dev.tradesuite.portfolio.registry.SourceVisibility;
import dev.tradesuite.portfolio.registry.StrategySource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** States in table {@code strategy}; what the caller may not see is not there. */
@Component
final class JdbcStrategyStates implements StrategyStates {

    private record Row(String code, LifecycleState state, Optional<StrategySource> source) {}

    private final JdbcClient jdbc;
    private final SourceVisibility visibility;

    JdbcStrategyStates(JdbcClient jdbc, SourceVisibility visibility) {
        this.jdbc = jdbc;
        this.visibility = visibility;
    }

    @Override
    public Map<String, LifecycleState> of(Collection<String> codes) {
        List<Row> rows = jdbc.sql("SELECT code, state, source FROM strategy WHERE code = ANY (:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query((row, _) -> new Row(
                        row.getString("code"),
                        LifecycleState.valueOf(row.getString("state")),
                        StrategySource.parse(row.getString("source"))))
                .list();
        Predicate<StrategySource> visible = visibility.ofCaller();
        return rows.stream()
                .filter(row -> row.source().filter(visible).isPresent())
                .collect(Collectors.toMap(Row::code, Row::state));
    }
}
