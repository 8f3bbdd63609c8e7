package dev.tradesuite.portfolio.monitoring.store;

import dev.tradesuite.contracts.portfolio.PortfolioLimit;
import dev.tradesuite.portfolio.monitoring.BreachStore;
import dev.tradesuite.portfolio.monitoring.JudgedLimit;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables {@code monitored_breach} and {@code monitored_account}. */
@Component
final class JdbcBreachStore implements BreachStore {

    private final JdbcClient jdbc;

    JdbcBreachStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Breach> all() {
        return jdbc.sql("SELECT account_id, limit_name FROM monitored_breach")
                .query((row, _) -> breach(row))
                .list();
    }

    @Override
    public boolean begin(Breach breach, JudgedLimit limit, Instant at) {
        return jdbc.sql(
                                """
                        INSERT INTO monitored_breach (account_id, limit_name, measured, allowed, since)
                        VALUES (:account, :limit, :measured, :allowed, :at)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("account", breach.accountId())
                        .param("limit", breach.limit().name())
                        .param("measured", limit.measured().orElseThrow())
                        .param("allowed", limit.allowed())
                        .param("at", TimeColumns.of(at))
                        .update()
                == 1;
    }

    @Override
    public List<Breach> unrestricted() {
        return jdbc.sql("SELECT account_id, limit_name FROM monitored_breach WHERE NOT restricted")
                .query((row, _) -> breach(row))
                .list();
    }

    @Override
    public boolean restrict(Breach breach) {
        return jdbc.sql(
                                """
                        UPDATE monitored_breach SET restricted = true
                        WHERE account_id = :account AND limit_name = :limit AND NOT restricted
                        """)
                        .param("account", breach.accountId())
                        .param("limit", breach.limit().name())
                        .update()
                == 1;
    }

    @Override
    public boolean end(Breach breach) {
        return jdbc.sql("DELETE FROM monitored_breach WHERE account_id = :account AND limit_name = :limit")
                        .param("account", breach.accountId())
                        .param("limit", breach.limit().name())
                        .update()
                == 1;
    }

    @Override
    public boolean claimTelling(String accountId, Instant asOf, Instant notSince, Instant now) {
        return jdbc.sql(
                                """
                        UPDATE monitored_account SET told_at = :now, told_as_of = :asOf
                        WHERE account_id = :account
                          AND (told_at IS NULL OR (told_at <= :notSince AND told_as_of < :asOf))
                        """)
                        .param("account", accountId)
                        .param("asOf", TimeColumns.of(asOf))
                        .param("notSince", TimeColumns.of(notSince))
                        .param("now", TimeColumns.of(now))
                        .update()
                == 1;
    }

    private static Breach breach(ResultSet row) throws SQLException {
        return new Breach(row.getString("account_id"), PortfolioLimit.valueOf(row.getString("limit_name")));
    }
}
