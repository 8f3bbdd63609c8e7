package dev.tradesuite.portfolio.rotation.store;

import dev.tradesuite.contracts.portfolio.RotationReason;
import dev.tradesuite.portfolio.rotation.RotationRun;
import dev.tradesuite.portfolio.rotation.RotationRunStore;
import dev.tradesuite.support.store.TimeColumns;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code rotation_run}. */
@Component
final class JdbcRotationRuns implements RotationRunStore {

    private static final Set<String> MADE = Set.of(
            RotationReason.PROPOSED.name(),
            RotationReason.PROPOSED_AGAIN.name(),
            RotationReason.CARRIED_OUT_BY_RULE.name());

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcRotationRuns(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void keep(RotationRun run) {
        jdbc.sql(
                        """
                        INSERT INTO rotation_run (id, cause, person, as_of, strategies, proposed, outcomes)
                        VALUES (:id, :cause, :person, :asOf, :strategies, :proposed, :outcomes::jsonb)
                        """)
                .param("id", run.id())
                .param("cause", run.cause().name())
                .param("person", run.person())
                .param("asOf", TimeColumns.of(run.asOf()))
                .param("strategies", run.outcomes().size())
                .param(
                        "proposed",
                        run.outcomes().stream()
                                .filter(one -> MADE.contains(one.reason().code()))
                                .count())
                .param("outcomes", json.writeValueAsString(run.outcomes()))
                .update();
    }

    @Override
    public void forgetBefore(Instant time) {
        jdbc.sql("DELETE FROM rotation_run WHERE as_of < :time")
                .param("time", TimeColumns.of(time))
                .update();
    }
}
