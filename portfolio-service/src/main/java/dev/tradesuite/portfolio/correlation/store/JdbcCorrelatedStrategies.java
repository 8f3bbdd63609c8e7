package dev.tradesuite.portfolio.correlation.store;

import dev.tradesuite.portfolio.correlation.CorrelatedStrategies;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What correlations need of table {@code strategy}, which every question asks for. */
@Component
final class JdbcCorrelatedStrategies implements CorrelatedStrategies {

    private final JdbcClient jdbc;

    JdbcCorrelatedStrategies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<One> all() {
        return jdbc.sql("SELECT code, source, state = 'RETIRED' AS retired FROM strategy ORDER BY code")
                .query((row, _) -> new One(row.getString("code"), row.getString("source"), row.getBoolean("retired")))
                .list();
    }
}
