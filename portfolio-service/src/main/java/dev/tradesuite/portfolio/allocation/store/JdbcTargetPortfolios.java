package dev.tradesuite.portfolio.allocation.store;

import dev.tradesuite.contracts.portfolio.TargetOrigin;
import dev.tradesuite.portfolio.allocation.AllocationTarget;
import dev.tradesuite.portfolio.allocation.TargetPortfolioStore;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code target_portfolio}. */
@Component
final class JdbcTargetPortfolios implements TargetPortfolioStore {

    private static final TypeReference<TreeMap<String, Double>> WEIGHTS = new TypeReference<>() {};

    private static final String COLUMNS = "account_id, version, weights, origin, answer_id, reason, person, at";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcTargetPortfolios(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<AllocationTarget> newest(String account) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM target_portfolio WHERE account_id = :account ORDER BY version DESC LIMIT 1")
                .param("account", account)
                .query((row, _) -> target(row))
                .optional();
    }

    @Override
    public Optional<AllocationTarget> find(String account, long version) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM target_portfolio WHERE account_id = :account AND version = :version")
                .param("account", account)
                .param("version", version)
                .query((row, _) -> target(row))
                .optional();
    }

    @Override
    public Optional<AllocationTarget> newestByRule(String account, long after) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM target_portfolio WHERE account_id = :account AND version > :after"
                        + " AND origin IN ('ROTATION', 'LIFECYCLE') ORDER BY version DESC LIMIT 1")
                .param("account", account)
                .param("after", after)
                .query((row, _) -> target(row))
                .optional();
    }

    @Override
    public List<String> accountsHolding(String code) {
        return jdbc.sql(
                        """
                        SELECT account_id
                          FROM (SELECT DISTINCT ON (account_id) account_id, weights
                                  FROM target_portfolio
                                 ORDER BY account_id, version DESC) newest
                         WHERE jsonb_exists(weights, :code)
                         ORDER BY account_id
                        """)
                .param("code", code)
                .query(String.class)
                .list();
    }

    @Override
    public boolean add(AllocationTarget target) {
        AllocationTarget.Cause cause = target.cause();
        return jdbc.sql(
                                """
                        INSERT INTO target_portfolio (account_id, version, weights, origin, answer_id, reason, person, at)
                        VALUES (:account, :version, :weights::jsonb, :origin, :answer, :reason, :person, :at)
                        ON CONFLICT (account_id, version) DO NOTHING
                        """)
                        .param("account", target.account())
                        .param("version", target.version())
                        .param("weights", json.writeValueAsString(target.weights()))
                        .param("origin", cause.origin().name())
                        .param("answer", cause.answer().orElse(null))
                        .param("reason", cause.reason())
                        .param("person", cause.person())
                        .param("at", TimeColumns.of(cause.at()))
                        .update()
                == 1;
    }

    private AllocationTarget target(ResultSet row) throws SQLException {
        return new AllocationTarget(
                row.getString("account_id"),
                row.getLong("version"),
                json.readValue(row.getString("weights"), WEIGHTS),
                new AllocationTarget.Cause(
                        TargetOrigin.valueOf(row.getString("origin")),
                        Optional.ofNullable(row.getObject("answer_id", UUID.class)),
                        row.getString("person"),
                        row.getString("reason"),
                        TimeColumns.instant(row, "at")));
    }
}
