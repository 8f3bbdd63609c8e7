package dev.tradesuite.portfolio.following.store;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.portfolio.following.Follower;
import dev.tradesuite.portfolio.following.FollowerKey;
import dev.tradesuite.portfolio.following.Followers;
import dev.tradesuite.portfolio.registry.StrategySource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Strategies on models, with what {@code strategy_allocation} gives them. */
@Component
final class JdbcFollowers implements Followers {

    private static final String SELECT =
            """
            SELECT a.account_id, s.code, s.source, s.state, a.capital, a.weight, a.version
              FROM strategy_allocation a JOIN strategy s ON s.code = a.strategy
            """;

    private final JdbcClient jdbc;

    JdbcFollowers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Follower> of(String symbol) {
        return jdbc
                .sql(
                        SELECT
                                + """
                                 WHERE s.source LIKE 'model:%' AND split_part(s.source, ':', 3) = :symbol
                                 ORDER BY a.account_id, s.code
                                """)
                .param("symbol", symbol)
                .query((row, _) -> follower(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<Follower> find(FollowerKey key) {
        return jdbc.sql(SELECT + " WHERE a.account_id = :account AND s.code = :strategy")
                .param("account", key.accountId())
                .param("strategy", key.strategy())
                .query((row, _) -> follower(row))
                .optional()
                .flatMap(found -> found);
    }

    private static Optional<Follower> follower(ResultSet row) throws SQLException {
        Follower.Share share =
                new Follower.Share(row.getBigDecimal("capital"), row.getDouble("weight"), row.getLong("version"));
        FollowerKey key = new FollowerKey(row.getString("account_id"), row.getString("code"));
        LifecycleState state = LifecycleState.valueOf(row.getString("state"));
        return StrategySource.parse(row.getString("source"))
                .flatMap(source -> source instanceof StrategySource.ModelAccount(String model, String _)
                        ? Optional.of(new Follower(key, model, state, share))
                        : Optional.empty());
    }
}
