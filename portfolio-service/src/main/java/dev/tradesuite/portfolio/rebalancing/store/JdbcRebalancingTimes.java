package dev.tradesuite.portfolio.rebalancing.store;

import dev.tradesuite.portfolio.rebalancing.RebalancingTimes;
import dev.tradesuite.portfolio.rebalancing.RebalancingTimesStore;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code rebalancing_times}. */
@Component
final class JdbcRebalancingTimes implements RebalancingTimesStore {

    private final JdbcClient jdbc;

    JdbcRebalancingTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<RebalancingTimes> find(String account) {
        return jdbc.sql("SELECT * FROM rebalancing_times WHERE account_id = :account")
                .param("account", account)
                .query((row, _) -> times(row))
                .optional();
    }

    @Override
    public void put(RebalancingTimes times, Instant lookAt, long target) {
        jdbc.sql(
                        """
                        INSERT INTO rebalancing_times (account_id, enabled, schedule, drift_percent, next_due, look_at,
                                                       set_by, target_version)
                        VALUES (:account, :enabled, :schedule, :drift, :due, :look, :setBy, :target)
                        ON CONFLICT (account_id) DO UPDATE
                           SET enabled = EXCLUDED.enabled, schedule = EXCLUDED.schedule,
                               drift_percent = EXCLUDED.drift_percent, next_due = EXCLUDED.next_due,
                               look_at = EXCLUDED.look_at, set_by = EXCLUDED.set_by,
                               target_version = CASE WHEN rebalancing_times.enabled
                                                     THEN rebalancing_times.target_version
                                                     ELSE EXCLUDED.target_version END
                        """)
                .param("account", times.account())
                .param("enabled", times.enabled())
                .param("schedule", times.schedule())
                .param("drift", times.driftPercent())
                .param("due", times.nextDue().map(TimeColumns::of).orElse(null))
                .param("look", TimeColumns.of(lookAt))
                .param("setBy", times.setBy())
                .param("target", target)
                .update();
    }

    @Override
    public Optional<RebalancingTimes> claim(Instant now, Instant nextLook) {
        return jdbc.sql(
                        """
                        UPDATE rebalancing_times
                           SET look_at = :next
                         WHERE account_id = (SELECT account_id
                                               FROM rebalancing_times
                                              WHERE enabled AND look_at <= :now
                                              ORDER BY look_at
                                              LIMIT 1
                                                FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("next", TimeColumns.of(nextLook))
                .param("now", TimeColumns.of(now))
                .query((row, _) -> times(row))
                .optional();
    }

    @Override
    public void due(String account, Optional<Instant> next) {
        jdbc.sql("UPDATE rebalancing_times SET next_due = :due WHERE account_id = :account")
                .param("account", account)
                .param("due", next.map(TimeColumns::of).orElse(null))
                .update();
    }

    @Override
    public long planned(String account) {
        return jdbc.sql("SELECT target_version FROM rebalancing_times WHERE account_id = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    @Override
    public void planned(String account, long target) {
        jdbc.sql(
                        """
                        UPDATE rebalancing_times SET target_version = greatest(target_version, :target)
                         WHERE account_id = :account
                        """)
                .param("account", account)
                .param("target", target)
                .update();
    }

    private static RebalancingTimes times(ResultSet row) throws SQLException {
        return new RebalancingTimes(
                row.getString("account_id"),
                row.getBoolean("enabled"),
                row.getString("schedule"),
                row.getDouble("drift_percent"),
                Optional.ofNullable(TimeColumns.instantOrNull(row, "next_due")),
                row.getString("set_by"));
    }
}
