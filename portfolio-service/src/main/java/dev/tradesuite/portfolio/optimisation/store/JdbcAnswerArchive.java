package dev.tradesuite.portfolio.optimisation.store;

import dev.tradesuite.portfolio.optimisation.AnswerArchive;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code optimisation}. */
@Component
final class JdbcAnswerArchive implements AnswerArchive {

    private final JdbcClient jdbc;

    JdbcAnswerArchive(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(KeptAnswer answer, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO optimisation (id, kind, method, input_hash, answered_at, answer)
                        VALUES (:id, :kind, :method, :hash, :at, :answer)
                        """)
                .param("id", answer.id())
                .param("kind", answer.kind().name())
                .param("method", answer.method())
                .param("hash", answer.inputHash())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("answer", answer.text())
                .update();
    }

    @Override
    public Optional<String> find(UUID id, Kind kind) {
        return jdbc.sql("SELECT answer FROM optimisation WHERE id = :id AND kind = :kind")
                .param("id", id)
                .param("kind", kind.name())
                .query(String.class)
                .optional();
    }

    @Override
    public int forgetBefore(Instant time) {
        return jdbc.sql("DELETE FROM optimisation WHERE answered_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }
}
