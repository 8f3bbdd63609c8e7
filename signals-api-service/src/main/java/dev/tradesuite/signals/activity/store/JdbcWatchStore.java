package dev.tradesuite.signals.activity.store;

import dev.tradesuite.signals.activity.WatchStore;
import dev.tradesuite.support.store.TimeColumns;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code watched_state}. */
@Repository
class JdbcWatchStore implements WatchStore {

    private final JdbcClient jdbc;

    JdbcWatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> state(String subject) {
        return jdbc.sql("SELECT state FROM watched_state WHERE subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .optional();
    }

    @Override
    public boolean move(String subject, Optional<String> before, String state, Instant now) {
        return jdbc.sql(
                                before.isEmpty()
                                        ? """
                                        INSERT INTO watched_state (subject, state, since) VALUES (:subject, :state, :now)
                                        ON CONFLICT DO NOTHING
                                        """
                                        : """
                                        UPDATE watched_state SET state = :state, since = :now
                                        WHERE subject = :subject AND state = :before
                                        """)
                        .param("subject", subject)
                        .param("state", state)
                        .param("now", TimeColumns.of(now))
                        .param("before", before.orElse(""))
                        .update()
                == 1;
    }
}
