package dev.tradesuite.portfolio.rotation.store;

import dev.tradesuite.portfolio.rotation.RotationLimits;
import dev.tradesuite.portfolio.rotation.RotationLimitsStore;
import dev.tradesuite.support.store.TimeColumns;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code rotation_rules}. */
@Component
final class JdbcRotationLimits implements RotationLimitsStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcRotationLimits(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<RotationLimits> find(Optional<String> code) {
        return jdbc.sql("SELECT rules FROM rotation_rules WHERE strategy IS NOT DISTINCT FROM :code")
                .param("code", code.orElse(null))
                .query((row, _) -> json.readValue(row.getString("rules"), RotationLimits.class))
                .optional();
    }

    @Override
    public Map<String, RotationLimits> ofStrategies() {
        Map<String, RotationLimits> found = new HashMap<>();
        jdbc.sql("SELECT strategy, rules FROM rotation_rules WHERE strategy IS NOT NULL")
                .query(row -> {
                    found.put(row.getString("strategy"), json.readValue(row.getString("rules"), RotationLimits.class));
                });
        return found;
    }

    @Override
    public void save(Optional<String> code, RotationLimits limits, String person, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO rotation_rules (strategy, rules, changed_by, changed_at)
                        VALUES (:code, :rules::jsonb, :person, :now)
                        ON CONFLICT (strategy) DO UPDATE
                           SET rules = excluded.rules, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .param("code", code.orElse(null))
                .param("rules", json.writeValueAsString(limits))
                .param("person", person)
                .param("now", TimeColumns.of(now))
                .update();
    }
}
