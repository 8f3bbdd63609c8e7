package dev.tradesuite.brain.feed.store;

import dev.tradesuite.brain.feed.FeedLeases;
import dev.tradesuite.contracts.brain.FeedInfo.FeedState;
import dev.tradesuite.support.Ids;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Leases in the table {@code feed}, by the clock of the database. */
@Repository
class JdbcFeedLeases implements FeedLeases {

    private final JdbcClient jdbc;
    private final UUID owner = Ids.next();

    JdbcFeedLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean hold(String feed, Duration length) {
        return jdbc.sql(
                                """
                        INSERT INTO feed AS held (name, owner, leased_until)
                        VALUES (:name, :owner, now() + make_interval(secs => :seconds))
                        ON CONFLICT (name) DO UPDATE
                        SET owner = excluded.owner, leased_until = excluded.leased_until
                        WHERE held.owner = excluded.owner OR held.leased_until < now()
                        """)
                        .param("name", feed)
                        .param("owner", owner)
                        .param("seconds", length.toSeconds())
                        .update()
                == 1;
    }

    @Override
    public void release(String feed) {
        jdbc.sql("UPDATE feed SET leased_until = now() WHERE name = :name AND owner = :owner")
                .param("name", feed)
                .param("owner", owner)
                .update();
    }

    @Override
    public void report(String feed, FeedReport report) {
        jdbc.sql(
                        """
                        UPDATE feed SET state = :state, last_error = :error, reason = :reason
                        WHERE name = :name AND owner = :owner
                        """)
                .param("state", report.state().name())
                .param("error", report.lastError().orElse(null))
                .param("reason", report.reason().orElse(null))
                .param("name", feed)
                .param("owner", owner)
                .update();
    }

    @Override
    public Map<String, FeedReport> reports() {
        Map<String, FeedReport> reports = new HashMap<>();
        jdbc.sql("SELECT name, state, last_error, reason FROM feed").query(row -> {
            reports.put(
                    row.getString("name"),
                    new FeedReport(
                            FeedState.valueOf(row.getString("state")),
                            Optional.ofNullable(row.getString("last_error")),
                            Optional.ofNullable(row.getString("reason"))));
        });
        return reports;
    }
}
