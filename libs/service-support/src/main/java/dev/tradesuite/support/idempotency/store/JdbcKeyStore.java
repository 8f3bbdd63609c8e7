package dev.tradesuite.support.idempotency.store;

import dev.tradesuite.support.idempotency.KeyStore;
import dev.tradesuite.support.idempotency.RequestKey;
import dev.tradesuite.support.store.TimeColumns;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code idempotency_key}. */
public final class JdbcKeyStore implements KeyStore {

    private final JdbcClient jdbc;

    public JdbcKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Entry> find(String client, String key) {
        return jdbc.sql("SELECT fingerprint, subject, answer FROM idempotency_key WHERE client = :client AND key ="
                        + " :key")
                .param("client", client)
                .param("key", key)
                .query((row, _) -> new Entry(
                        row.getString("fingerprint"), row.getObject("subject", UUID.class), row.getString("answer")))
                .optional();
    }

    @Override
    public boolean insert(RequestKey key, @Nullable UUID subject, @Nullable String answer, Instant at) {
        return jdbc.sql(
                                """
                        INSERT INTO idempotency_key (client, key, fingerprint, subject, answer, created_at)
                        VALUES (:client, :key, :fingerprint, :subject, :answer, :at)
                        ON CONFLICT (client, key) DO NOTHING
                        """)
                        .param("client", key.client())
                        .param("key", key.value())
                        .param("fingerprint", key.fingerprint())
                        .param("subject", subject)
                        .param("answer", answer)
                        .param("at", TimeColumns.of(at))
                        .update()
                == 1;
    }

    @Override
    public void answer(String client, String key, String answer) {
        jdbc.sql(
                        """
                        UPDATE idempotency_key SET answer = :answer
                        WHERE client = :client AND key = :key AND answer IS NULL
                        """)
                .param("answer", answer)
                .param("client", client)
                .param("key", key)
                .update();
    }

    @Override
    public boolean answer(UUID subject, String answer) {
        return jdbc.sql("UPDATE idempotency_key SET answer = :answer WHERE subject = :subject AND answer IS NULL")
                        .param("answer", answer)
                        .param("subject", subject)
                        .update()
                == 1;
    }

    @Override
    public int forget(Instant before) {
        return jdbc.sql("DELETE FROM idempotency_key WHERE created_at < :before")
                .param("before", TimeColumns.of(before))
                .update();
    }
}
