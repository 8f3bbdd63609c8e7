package dev.tradesuite.ledger.account.store;

import dev.tradesuite.ledger.account.CatchUpMark;
import dev.tradesuite.support.store.TimeColumns;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one row of {@code fill_catch_up}. */
@Component
final class JdbcCatchUpMark implements CatchUpMark {

    private final JdbcClient jdbc;

    JdbcCatchUpMark(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Instant> get() {
        return jdbc.sql("SELECT booked_until FROM fill_catch_up")
                .query((row, _) -> TimeColumns.instant(row, "booked_until"))
                .optional();
    }

    @Override
    public void set(Instant bookedUntil) {
        jdbc.sql(
                        """
                        INSERT INTO fill_catch_up (booked_until) VALUES (:until)
                        ON CONFLICT (one) DO UPDATE
                           SET booked_until = greatest(fill_catch_up.booked_until, excluded.booked_until)
                        """)
                .param("until", TimeColumns.of(bookedUntil))
                .update();
    }
}
