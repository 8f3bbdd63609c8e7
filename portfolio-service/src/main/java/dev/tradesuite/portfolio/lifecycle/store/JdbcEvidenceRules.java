package dev.tradesuite.portfolio.lifecycle.store;

import dev.tradesuite.portfolio.lifecycle.EvidenceRules;
import dev.tradesuite.portfolio.lifecycle.EvidenceRulesStore;
import dev.tradesuite.support.store.TimeColumns;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code lifecycle_rules}. */
@Component
final class JdbcEvidenceRules implements EvidenceRulesStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcEvidenceRules(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<EvidenceRules> find(String code) {
        return jdbc.sql("SELECT rules FROM lifecycle_rules WHERE strategy = :code")
                .param("code", code)
                .query((row, _) -> json.readValue(row.getString("rules"), EvidenceRules.class))
                .optional();
    }

    @Override
    public void save(String code, EvidenceRules rules, String person, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO lifecycle_rules (strategy, rules, changed_by, changed_at)
                        VALUES (:code, :rules::jsonb, :person, :now)
                        ON CONFLICT (strategy) DO UPDATE
                           SET rules = excluded.rules, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .param("code", code)
                .param("rules", json.writeValueAsString(rules))
                .param("person", person)
                .param("now", TimeColumns.of(now))
                .update();
    }
}
