package dev.tradesuite.portfolio.returns.store;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.portfolio.registry.LastFetch;
import dev.tradesuite.portfolio.registry.LastFetches;
import dev.tradesuite.portfolio.returns.FetchLog;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code return_fetch}. */
@Component
final class JdbcLastFetches implements LastFetches, FetchLog {

    private final JdbcClient jdbc;

    JdbcLastFetches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, LastFetch> of(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        SELECT strategy, succeeded_at, failed_at, failure_code, failure
                          FROM return_fetch
                         WHERE strategy = ANY (:codes)
                        """)
                .param("codes", codes.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("strategy"), fetch(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void succeeded(String code, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO return_fetch (strategy, succeeded_at)
                        VALUES (:code, :now)
                        ON CONFLICT (strategy) DO UPDATE
                           SET succeeded_at = excluded.succeeded_at, failure_code = NULL, failure = NULL
                        """)
                .param("code", code)
                .param("now", TimeColumns.of(now))
                .update();
    }

    @Override
    public void failed(String code, Reason why, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO return_fetch (strategy, failed_at, failure_code, failure)
                        VALUES (:code, :now, :failure_code, :failure)
                        ON CONFLICT (strategy) DO UPDATE
                           SET failed_at = excluded.failed_at, failure_code = excluded.failure_code,
                               failure = excluded.failure
                        """)
                .param("code", code)
                .param("now", TimeColumns.of(now))
                .param("failure_code", why.code())
                .param("failure", why.message())
                .update();
    }

    private static LastFetch fetch(ResultSet row) throws SQLException {
        String code = row.getString("failure_code");
        return new LastFetch(
                Optional.ofNullable(TimeColumns.instantOrNull(row, "succeeded_at")),
                Optional.ofNullable(TimeColumns.instantOrNull(row, "failed_at")),
                code == null ? Optional.empty() : Optional.of(new Reason(code, row.getString("failure"))));
    }
}
