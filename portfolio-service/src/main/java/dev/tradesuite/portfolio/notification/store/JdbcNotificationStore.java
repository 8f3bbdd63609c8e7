package dev.tradesuite.portfolio.notification.store;

import dev.tradesuite.portfolio.notification.Notification;
import dev.tradesuite.portfolio.notification.NotificationStore;
import dev.tradesuite.support.store.TimeColumns;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code notification}. */
@Component
final class JdbcNotificationStore implements NotificationStore {

    private final JdbcClient jdbc;

    JdbcNotificationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Notification notification, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO notification (id, type, body, made_at, due_at)
                        VALUES (:id, :type, :body, :now, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .param("id", notification.id())
                .param("type", notification.type())
                .param("body", notification.body())
                .param("now", TimeColumns.of(now))
                .update();
    }

    @Override
    public Optional<Notification> claim(Instant now, Instant leaseUntil) {
        return jdbc.sql(
                        """
                        UPDATE notification SET attempts = attempts + 1, due_at = :lease
                        WHERE id = (
                            SELECT id FROM notification
                            WHERE delivered_at IS NULL AND dead_at IS NULL AND due_at <= :now
                            ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id, type, body, attempts
                        """)
                .param("now", TimeColumns.of(now))
                .param("lease", TimeColumns.of(leaseUntil))
                .query((row, _) -> new Notification(
                        row.getObject("id", UUID.class),
                        row.getString("type"),
                        row.getString("body"),
                        row.getInt("attempts")))
                .optional();
    }

    @Override
    public void delivered(UUID id, Instant at) {
        jdbc.sql("UPDATE notification SET delivered_at = :at, dead_at = NULL WHERE id = :id")
                .param("id", id)
                .param("at", TimeColumns.of(at))
                .update();
    }

    @Override
    public void retry(UUID id, Instant due, String failure) {
        jdbc.sql(
                        """
                        UPDATE notification SET due_at = :due, failure = :failure
                        WHERE id = :id AND delivered_at IS NULL AND dead_at IS NULL
                        """)
                .param("id", id)
                .param("due", TimeColumns.of(due))
                .param("failure", failure)
                .update();
    }

    @Override
    public void giveUp(UUID id, Instant at, String failure) {
        jdbc.sql(
                        """
                        UPDATE notification SET dead_at = :at, failure = :failure
                        WHERE id = :id AND delivered_at IS NULL
                        """)
                .param("id", id)
                .param("at", TimeColumns.of(at))
                .param("failure", failure)
                .update();
    }

    @Override
    public Counts counts() {
        return jdbc.sql(
                        """
                        SELECT count(*) FILTER (WHERE delivered_at IS NULL AND dead_at IS NULL) AS waiting,
                               count(*) FILTER (WHERE dead_at IS NOT NULL) AS dead,
                               (array_agg(failure ORDER BY made_at DESC)
                                   FILTER (WHERE failure IS NOT NULL AND delivered_at IS NULL))[1] AS failure
                        FROM notification
                        """)
                .query((row, _) -> new Counts(
                        row.getLong("waiting"), row.getLong("dead"), Optional.ofNullable(row.getString("failure"))))
                .single();
    }

    @Override
    public int forgetBefore(Instant moment) {
        return jdbc.sql(
                        """
                        DELETE FROM notification
                        WHERE (delivered_at IS NOT NULL OR dead_at IS NOT NULL) AND made_at < :moment
                        """)
                .param("moment", TimeColumns.of(moment))
                .update();
    }
}
