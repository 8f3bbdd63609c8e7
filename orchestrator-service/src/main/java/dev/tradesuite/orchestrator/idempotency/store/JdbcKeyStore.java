package dev.tradesuite.orchestrator.idempotency.store;

import dev.tradesuite.orchestrator.idempotency.KeyStore;
import dev.tradesuite.orchestrator.idempotency.RequestKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code idempotency_key}. */
@Component
final class JdbcKeyStore implements KeyStore {

    private final JdbcClient jdbc;

    JdbcKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Entry> find(String client, String key) {
        return jdbc.sql("SELECT fingerprint, answer FROM idempotency_key WHERE client = ? AND key = ?")
                .params(client, key)
                .query((row, _) -> new Entry(row.getString("fingerprint"), row.getString("answer")))
                .optional();
    }

    @Override
    public boolean insert(RequestKey key, @Nullable UUID subject, @Nullable String answer, Instant at) {
        return jdbc.sql(
                                """
                        INSERT INTO idempotency_key (client, key, fingerprint, subject, answer, created_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (client, key) DO NOTHING
                        """)
                        .param(key.client())
                        .param(key.value())
                        .param(key.fingerprint())
                        .param(subject)
                        .param(answer)
                        .param(Timestamp.from(at))
                        .update()
                == 1;
    }

    @Override
    public void answer(String client, String key, String answer) {
        jdbc.sql("UPDATE idempotency_key SET answer = ? WHERE client = ? AND key = ? AND answer IS NULL")
                .params(answer, client, key)
                .update();
    }

    @Override
    public boolean answer(UUID subject, String answer) {
        return jdbc.sql("UPDATE idempotency_key SET answer = ? WHERE subject = ? AND answer IS NULL")
                        .params(answer, subject)
                        .update()
                == 1;
    }

    @Override
    public int forget(Instant before) {
        return jdbc.sql("DELETE FROM idempotency_key WHERE created_at < ?")
                .param(Timestamp.from(before))
                .update();
    }
}
