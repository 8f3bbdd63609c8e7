package dev.tradesuite.portfolio.lifecycle.store;

import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.portfolio.lifecycle.ToldTradingStates;
import dev.tradesuite.support.store.TimeColumns;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code told_trading_state}. */
@Component
final class JdbcToldTradingStates implements ToldTradingStates {

    private final JdbcClient jdbc;

    JdbcToldTradingStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean learn(One told) {
        return jdbc.sql(
                                """
                        INSERT INTO told_trading_state AS kept (scope, id, state, cause, changed_by, changed_at)
                        VALUES (:scope, :id, :state, :cause, :by, :at)
                        ON CONFLICT (scope, id) DO UPDATE
                           SET state = excluded.state, cause = excluded.cause, changed_by = excluded.changed_by,
                               changed_at = excluded.changed_at
                         WHERE kept.changed_at <= excluded.changed_at
                        """)
                        .param("scope", told.scope().name())
                        .param("id", told.id())
                        .param("state", told.state().name())
                        .param("cause", told.cause())
                        .param("by", told.changedBy())
                        .param("at", TimeColumns.of(told.changedAt()))
                        .update()
                == 1;
    }

    @Override
    public List<One> halted(String code, Collection<String> accounts) {
        return jdbc.sql(
                        """
                        SELECT scope, id, state, cause, changed_by, changed_at
                          FROM told_trading_state
                         WHERE state = 'HALTED'
                           AND (scope = 'STRATEGY' AND id = :code OR scope = 'ACCOUNT' AND id = ANY (:accounts))
                         ORDER BY scope, id
                        """)
                .param("code", code)
                .param("accounts", accounts.toArray(String[]::new))
                .query((row, _) -> new One(
                        TradingStateScope.valueOf(row.getString("scope")),
                        row.getString("id"),
                        TradingState.valueOf(row.getString("state")),
                        row.getString("cause"),
                        row.getString("changed_by"),
                        TimeColumns.instant(row, "changed_at")))
                .list();
    }
}
