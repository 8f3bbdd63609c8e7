package dev.tradesuite.support.event;

import dev.tradesuite.support.store.UnitOfWork;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tables {@code event_publication} and {@code event_publisher}.
 *
 * <p>All but the insert commits without waiting for the disk: what a crash loses of it is that a message was sent,
 * which is sent twice then, as consumers expect. The insert is part of the business transaction.
 */
final class JdbcOutboxTable implements OutboxTable {

    private final JdbcClient jdbc;
    private final UnitOfWork work;
    private final UUID owner;
    private final Duration silence;

    /**
     * @param owner this instance
     * @param silence after which another instance is taken for dead
     */
    JdbcOutboxTable(JdbcClient jdbc, UnitOfWork work, UUID owner, Duration silence) {
        this.jdbc = jdbc;
        this.work = work;
        this.owner = owner;
        this.silence = silence;
    }

    @Override
    public void insert(OutboxMessage message) {
        jdbc.sql(
                        """
                        INSERT INTO event_publication (id, owner, topic, key, value, traceparent)
                        VALUES (:id, :owner, :topic, :key, :value, :traceparent)
                        """)
                .param("id", message.id())
                .param("owner", owner)
                .param("topic", message.topic())
                .param("key", message.key())
                .param("value", message.value())
                .param("traceparent", message.traceparent())
                .update();
    }

    @Override
    public List<OutboxMessage> oldest(int most) {
        return jdbc.sql(
                        """
                        SELECT id, topic, key, value, traceparent FROM event_publication
                        WHERE owner = :owner ORDER BY id LIMIT :most
                        """)
                .param("owner", owner)
                .param("most", most)
                .query((row, _) -> new OutboxMessage(
                        row.getObject("id", UUID.class),
                        row.getString("topic"),
                        row.getString("key"),
                        row.getString("value"),
                        row.getString("traceparent")))
                .list();
    }

    @Override
    public boolean hasOlderThan(Duration age) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM event_publication
                            WHERE owner = :owner AND published_at < now() - make_interval(secs => :seconds))
                        """)
                .param("owner", owner)
                .param("seconds", seconds(age))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void delete(Collection<UUID> ids) {
        work.relaxed(() -> jdbc.sql("DELETE FROM event_publication WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .update());
    }

    @Override
    public void beat() {
        work.relaxed(() -> jdbc.sql(
                        """
                        INSERT INTO event_publisher (id, beat_at) VALUES (:owner, now())
                        ON CONFLICT (id) DO UPDATE SET beat_at = excluded.beat_at
                        """)
                .param("owner", owner)
                .update());
    }

    @Override
    public boolean adopt(boolean silentToo) {
        return work.relaxed(() -> {
            int adopted = jdbc.sql(
                            """
                            UPDATE event_publication e SET owner = :owner
                            WHERE owner <> :owner AND NOT EXISTS (
                                SELECT 1 FROM event_publisher p
                                WHERE p.id = e.owner
                                  AND NOT (:silent_too AND p.beat_at < now() - make_interval(secs => :seconds)))
                            """)
                    .param("owner", owner)
                    .param("silent_too", silentToo)
                    .param("seconds", seconds(silence))
                    .update();
            if (adopted > 0) {
                jdbc.sql(
                                """
                                DELETE FROM event_publisher
                                WHERE :silent_too AND beat_at < now() - make_interval(secs => :seconds)
                                """)
                        .param("silent_too", silentToo)
                        .param("seconds", seconds(silence))
                        .update();
            }
            return adopted > 0;
        });
    }

    @Override
    public void leave() {
        work.relaxed(() -> jdbc.sql("DELETE FROM event_publisher WHERE id = :owner")
                .param("owner", owner)
                .update());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
