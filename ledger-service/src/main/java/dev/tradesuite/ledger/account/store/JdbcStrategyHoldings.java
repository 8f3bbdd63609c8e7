package dev.tradesuite.ledger.account.store;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.accounting.account.StrategyHolding;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who holds what, in the table {@code strategy_holding}. At the end of a transaction the database compares the sum of
 * the lots with the position, and takes everything back when they differ.
 */
@Component
final class JdbcStrategyHoldings {

    private final JdbcClient jdbc;

    JdbcStrategyHoldings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StrategyHolding> of(String accountId) {
        return jdbc.sql("SELECT * FROM strategy_holding WHERE account_id = :accountId")
                .param("accountId", accountId)
                .query((row, _) -> holding(row))
                .list();
    }

    /** Those of every account, by account. */
    Map<String, List<StrategyHolding>> all() {
        Map<String, List<StrategyHolding>> holdings = new HashMap<>();
        jdbc.sql("SELECT * FROM strategy_holding").query(row -> {
            holdings.computeIfAbsent(row.getString("account_id"), _ -> new ArrayList<>())
                    .add(holding(row));
        });
        return holdings;
    }

    /** Stores some of those of an account, in one statement. */
    void save(Account account, List<StrategyHolding> changed) {
        jdbc.sql(
                        """
                        INSERT INTO strategy_holding (account_id, symbol, strategy, lots, cost, realised_pnl, updated_at)
                        SELECT :accountId, symbol, strategy, lots, cost, realised_pnl, :updatedAt
                          FROM unnest(CAST(:symbols AS text[]), CAST(:strategies AS text[]),
                                      CAST(CAST(:lots AS text[]) AS numeric[]),
                                      CAST(CAST(:costs AS text[]) AS numeric[]),
                                      CAST(CAST(:realised AS text[]) AS numeric[]))
                               AS changed (symbol, strategy, lots, cost, realised_pnl)
                        ON CONFLICT (account_id, symbol, strategy) DO UPDATE
                           SET lots = excluded.lots, cost = excluded.cost, realised_pnl = excluded.realised_pnl,
                               updated_at = excluded.updated_at
                        """)
                .param("accountId", account.id())
                .param("updatedAt", TimeColumns.of(account.updatedAt()))
                .param("symbols", texts(changed, StrategyHolding::symbol))
                .param("strategies", texts(changed, StrategyHolding::strategy))
                .param("lots", texts(changed, holding -> holding.lots().toPlainString()))
                .param("costs", texts(changed, holding -> holding.cost().toPlainString()))
                .param("realised", texts(changed, holding -> holding.realisedPnl()
                        .toPlainString()))
                .update();
    }

    private static StrategyHolding holding(ResultSet row) throws SQLException {
        return new StrategyHolding(
                row.getString("strategy"),
                row.getString("symbol"),
                row.getBigDecimal("lots"),
                row.getBigDecimal("cost"),
                row.getBigDecimal("realised_pnl"));
    }

    private static String[] texts(List<StrategyHolding> holdings, Function<StrategyHolding, String> column) {
        return holdings.stream().map(column).toArray(String[]::new);
    }
}
