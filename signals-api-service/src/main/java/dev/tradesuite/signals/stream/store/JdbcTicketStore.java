package dev.tradesuite.signals.stream.store;

import dev.tradesuite.signals.stream.TicketStore;
import dev.tradesuite.support.store.TimeColumns;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code stream_ticket}. */
@Repository
class JdbcTicketStore implements TicketStore {

    private final JdbcClient jdbc;

    JdbcTicketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(byte[] hash, Instant validUntil, Instant tokenEnd) {
        var _ = jdbc.sql("INSERT INTO stream_ticket (hash, valid_until, token_end) VALUES (?, ?, ?)")
                .params(hash, TimeColumns.of(validUntil), TimeColumns.of(tokenEnd))
                .update();
    }

    @Override
    public Optional<Instant> take(byte[] hash, Instant now) {
        return jdbc.sql("DELETE FROM stream_ticket WHERE hash = ? AND valid_until > ? RETURNING token_end")
                .params(hash, TimeColumns.of(now))
                .query((row, _) -> TimeColumns.instant(row, "token_end"))
                .optional();
    }

    @Override
    public int forgetExpired(Instant now) {
        return jdbc.sql("DELETE FROM stream_ticket WHERE valid_until <= ?")
                .param(TimeColumns.of(now))
                .update();
    }
}
