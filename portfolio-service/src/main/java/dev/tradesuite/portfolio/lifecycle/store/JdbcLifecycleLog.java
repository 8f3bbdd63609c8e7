package dev.tradesuite.portfolio.lifecycle.store;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.LifecycleTrigger;
import dev.tradesuite.portfolio.lifecycle.GateEvidence;
import dev.tradesuite.portfolio.lifecycle.LifecycleLog;
import dev.tradesuite.portfolio.lifecycle.LifecycleStep;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code lifecycle_audit}. */
@Component
final class JdbcLifecycleLog implements LifecycleLog {

    private static final TypeReference<List<GateEvidence>> EVIDENCE = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcLifecycleLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void add(LifecycleStep step) {
        jdbc.sql(
                        """
                        INSERT INTO lifecycle_audit (strategy, from_state, to_state, trigger, person, reason, evidence, at)
                        VALUES (:strategy, :from, :to, :trigger, :person, :reason, :evidence::jsonb, :at)
                        """)
                .param("strategy", step.move().code())
                .param("from", step.from().name())
                .param("to", step.move().to().name())
                .param("trigger", step.move().trigger().name())
                .param("person", step.move().person())
                .param("reason", step.move().reason())
                .param("evidence", json.writeValueAsString(step.evidence()))
                .param("at", TimeColumns.of(step.at()))
                .update();
    }

    @Override
    public List<Numbered> steps(String code, Optional<Long> before, int most) {
        return jdbc.sql(
                        """
                        SELECT id, strategy, from_state, to_state, trigger, person, reason, evidence, at
                          FROM lifecycle_audit
                         WHERE strategy = :code AND id < :before
                         ORDER BY id DESC
                         LIMIT :most
                        """)
                .param("code", code)
                .param("before", before.orElse(Long.MAX_VALUE))
                .param("most", most)
                .query((row, _) -> new Numbered(row.getLong("id"), step(row)))
                .list();
    }

    @Override
    public Optional<LifecycleState> suspendedFrom(String code) {
        return jdbc.sql(
                        """
                        SELECT from_state
                          FROM lifecycle_audit
                         WHERE strategy = :code AND to_state = 'SUSPENDED'
                         ORDER BY id DESC
                         LIMIT 1
                        """)
                .param("code", code)
                .query(String.class)
                .optional()
                .map(LifecycleState::valueOf);
    }

    private LifecycleStep step(ResultSet row) throws SQLException {
        return new LifecycleStep(
                new LifecycleStep.Move(
                        row.getString("strategy"),
                        LifecycleState.valueOf(row.getString("to_state")),
                        LifecycleTrigger.valueOf(row.getString("trigger")),
                        row.getString("person"),
                        row.getString("reason")),
                LifecycleState.valueOf(row.getString("from_state")),
                TimeColumns.instant(row, "at"),
                json.readValue(row.getString("evidence"), EVIDENCE));
    }
}
