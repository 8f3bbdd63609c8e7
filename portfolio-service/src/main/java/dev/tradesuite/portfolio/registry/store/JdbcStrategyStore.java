package dev.tradesuite.portfolio.registry.store;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategyStore;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code strategy}. */
@Component
final class JdbcStrategyStore implements StrategyStore {

    private final JdbcClient jdbc;

    JdbcStrategyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<RegisteredStrategy> list(String after, int most) {
        return jdbc.sql(
                        """
                        SELECT code, name, source, benchmark, state, registered_at
                        FROM strategy
                        WHERE code > :after
                        ORDER BY code
                        LIMIT :most
                        """)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> strategy(row))
                .list();
    }

    private static RegisteredStrategy strategy(ResultSet row) throws SQLException {
        return new RegisteredStrategy(
                row.getString("code"),
                row.getString("name"),
                row.getString("source"),
                Optional.ofNullable(row.getString("benchmark")),
                LifecycleState.valueOf(row.getString("state")),
                TimeColumns.instant(row, "registered_at"));
    }
}
