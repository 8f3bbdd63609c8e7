package dev.tradesuite.portfolio.lifecycle.store;

import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.portfolio.lifecycle.RestrictionStore;
import dev.tradesuite.portfolio.lifecycle.StrategyRestriction;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code strategy_restriction}. */
@Component
final class JdbcRestrictions implements RestrictionStore {

    private static final String COLUMNS = "strategy, state, reason, since, done_at, note, attempts, version";

    private final JdbcClient jdbc;

    JdbcRestrictions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void want(String code, TradingState state, String reason, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO strategy_restriction AS kept (strategy, state, reason, since, next_at)
                        VALUES (:code, :state, :reason, :now, :now)
                        ON CONFLICT (strategy) DO UPDATE
                           SET state = excluded.state, reason = excluded.reason, since = excluded.since,
                               done_at = NULL, note = NULL, attempts = 0, next_at = excluded.next_at,
                               version = kept.version + 1
                        """)
                .param("code", code)
                .param("state", state.name())
                .param("reason", reason)
                .param("now", TimeColumns.of(now))
                .update();
    }

    @Override
    public Optional<StrategyRestriction> find(String code) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM strategy_restriction WHERE strategy = :code")
                .param("code", code)
                .query((row, _) -> restriction(row))
                .optional();
    }

    @Override
    public List<StrategyRestriction> claim(Instant now, Instant until, int most) {
        return jdbc.sql(
                        """
                        UPDATE strategy_restriction
                           SET next_at = :until
                         WHERE strategy IN (SELECT strategy
                                              FROM strategy_restriction
                                             WHERE done_at IS NULL AND next_at <= :now
                                             ORDER BY next_at
                                             LIMIT :most
                                               FOR UPDATE SKIP LOCKED)
                        RETURNING strategy, state, reason, since, done_at, note, attempts, version
                        """)
                .param("now", TimeColumns.of(now))
                .param("until", TimeColumns.of(until))
                .param("most", most)
                .query((row, _) -> restriction(row))
                .list();
    }

    @Override
    public void done(StrategyRestriction claimed, String note, Instant now) {
        jdbc.sql(
                        """
                        UPDATE strategy_restriction
                           SET done_at = :now, note = :note, attempts = attempts + 1
                         WHERE strategy = :code AND version = :version
                        """)
                .param("code", claimed.code())
                .param("version", claimed.version())
                .param("note", note)
                .param("now", TimeColumns.of(now))
                .update();
    }

    @Override
    public void failed(StrategyRestriction claimed, String why, Instant next) {
        jdbc.sql(
                        """
                        UPDATE strategy_restriction
                           SET note = :why, attempts = attempts + 1, next_at = :next
                         WHERE strategy = :code AND version = :version AND done_at IS NULL
                        """)
                .param("code", claimed.code())
                .param("version", claimed.version())
                .param("why", why)
                .param("next", TimeColumns.of(next))
                .update();
    }

    private static StrategyRestriction restriction(ResultSet row) throws SQLException {
        return new StrategyRestriction(
                row.getString("strategy"),
                TradingState.valueOf(row.getString("state")),
                row.getString("reason"),
                TimeColumns.instant(row, "since"),
                Optional.ofNullable(TimeColumns.instantOrNull(row, "done_at")),
                Optional.ofNullable(row.getString("note")),
                row.getInt("attempts"),
                row.getLong("version"));
    }
}
