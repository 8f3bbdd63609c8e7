package dev.tradesuite.portfolio.allocation.store;

import dev.tradesuite.portfolio.allocation.Allocations;
import dev.tradesuite.portfolio.allocation.StrategyAllocation;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code strategy_allocation}. */
@Component
final class JdbcAllocations implements Allocations {

    private static final String SELECT =
            "SELECT account_id, strategy, capital, weight, since, version FROM strategy_allocation";

    private final JdbcClient jdbc;

    JdbcAllocations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StrategyAllocation> ofAccount(String account) {
        return jdbc.sql(SELECT + " WHERE account_id = :account ORDER BY strategy")
                .param("account", account)
                .query((row, _) -> allocation(row))
                .list();
    }

    @Override
    public List<StrategyAllocation> ofStrategy(String code) {
        return jdbc.sql(SELECT + " WHERE strategy = :code ORDER BY account_id")
                .param("code", code)
                .query((row, _) -> allocation(row))
                .list();
    }

    @Override
    public Optional<StrategyAllocation> find(String account, String code) {
        return jdbc.sql(SELECT + " WHERE account_id = :account AND strategy = :code")
                .param("account", account)
                .param("code", code)
                .query((row, _) -> allocation(row))
                .optional();
    }

    @Override
    public boolean put(StrategyAllocation allocation) {
        return jdbc.sql(
                                """
                        INSERT INTO strategy_allocation AS held (account_id, strategy, capital, weight, since, version)
                        VALUES (:account, :strategy, :capital, :weight, :since, :version)
                        ON CONFLICT (account_id, strategy) DO UPDATE
                           SET capital = EXCLUDED.capital, weight = EXCLUDED.weight, since = EXCLUDED.since,
                               version = EXCLUDED.version
                         WHERE held.version <= EXCLUDED.version
                        """)
                        .param("account", allocation.account())
                        .param("strategy", allocation.strategy())
                        .param("capital", allocation.capital())
                        .param("weight", allocation.weight())
                        .param("since", TimeColumns.of(allocation.since()))
                        .param("version", allocation.version())
                        .update()
                == 1;
    }

    private static StrategyAllocation allocation(ResultSet row) throws SQLException {
        return new StrategyAllocation(
                row.getString("account_id"),
                row.getString("strategy"),
                row.getBigDecimal("capital"),
                row.getDouble("weight"),
                TimeColumns.instant(row, "since"),
                row.getLong("version"));
    }
}
