package dev.tradesuite.portfolio.monitoring.store;

import dev.tradesuite.portfolio.monitoring.AccountRestrictionStore;
import dev.tradesuite.support.store.TimeColumns;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code monitored_restriction}. */
@Component
final class JdbcAccountRestrictionStore implements AccountRestrictionStore {

    private final JdbcClient jdbc;

    JdbcAccountRestrictionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Restriction restriction, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO monitored_restriction (id, account_id, cause, asked_at, due_at)
                        VALUES (:id, :account, :cause, :now, :now)
                        """)
                .param("id", restriction.id())
                .param("account", restriction.accountId())
                .param("cause", restriction.cause())
                .param("now", TimeColumns.of(now))
                .update();
    }

    @Override
    public Optional<Restriction> claim(Instant now, Instant leaseUntil) {
        return jdbc.sql(
                        """
                        UPDATE monitored_restriction SET attempts = attempts + 1, due_at = :lease
                        WHERE id = (
                            SELECT id FROM monitored_restriction
                            WHERE done_at IS NULL AND due_at <= :now
                            ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id, account_id, cause, attempts
                        """)
                .param("now", TimeColumns.of(now))
                .param("lease", TimeColumns.of(leaseUntil))
                .query((row, _) -> new Restriction(
                        row.getObject("id", UUID.class),
                        row.getString("account_id"),
                        row.getString("cause"),
                        row.getInt("attempts")))
                .optional();
    }

    @Override
    public void done(UUID id, Instant at) {
        jdbc.sql("UPDATE monitored_restriction SET done_at = :at, failure = NULL WHERE id = :id")
                .param("id", id)
                .param("at", TimeColumns.of(at))
                .update();
    }

    @Override
    public void retry(UUID id, Instant due, String failure) {
        jdbc.sql("UPDATE monitored_restriction SET due_at = :due, failure = :failure WHERE id = :id")
                .param("id", id)
                .param("due", TimeColumns.of(due))
                .param("failure", failure)
                .update();
    }

    @Override
    public Waiting waiting() {
        return jdbc.sql(
                        """
                        SELECT count(*) AS waiting,
                               (array_agg(failure ORDER BY asked_at) FILTER (WHERE failure IS NOT NULL))[1] AS failure
                        FROM monitored_restriction WHERE done_at IS NULL
                        """)
                .query((row, _) -> new Waiting(row.getLong("waiting"), Optional.ofNullable(row.getString("failure"))))
                .single();
    }
}
