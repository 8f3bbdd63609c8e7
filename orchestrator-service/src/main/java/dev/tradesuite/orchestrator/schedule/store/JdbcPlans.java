package dev.tradesuite.orchestrator.schedule.store;

import dev.tradesuite.orchestrator.schedule.Plan;
import dev.tradesuite.orchestrator.schedule.Plans;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code portfolio_plan}. */
@Component
final class JdbcPlans implements Plans {

    private static final String FIND =
            "SELECT portfolio_id, strategy_type, active, schedule, sequence, last_due_at FROM portfolio_plan WHERE"
                    + " portfolio_id = ?";

    private final JdbcClient jdbc;

    JdbcPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Plan> findAndLock(long portfolioId) {
        return jdbc.sql(FIND + " FOR UPDATE")
                .param(portfolioId)
                .query(JdbcPlans::plan)
                .optional();
    }

    @Override
    public Optional<Plan> find(long portfolioId) {
        return jdbc.sql(FIND).param(portfolioId).query(JdbcPlans::plan).optional();
    }

    @Override
    public void put(Plan plan) {
        jdbc.sql(
                        """
                        INSERT INTO portfolio_plan (portfolio_id, strategy_type, active, schedule, sequence)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (portfolio_id) DO UPDATE
                        SET strategy_type = excluded.strategy_type, active = excluded.active,
                            schedule = excluded.schedule, sequence = excluded.sequence
                        WHERE portfolio_plan.sequence <= excluded.sequence
                        """)
                .params(plan.portfolioId(), plan.strategyType(), plan.active(), plan.schedule(), plan.sequence())
                .update();
    }

    @Override
    public void noteDue(long portfolioId, Instant dueAt) {
        jdbc.sql("UPDATE portfolio_plan SET last_due_at = greatest(last_due_at, ?) WHERE portfolio_id = ?")
                .params(Timestamp.from(dueAt), portfolioId)
                .update();
    }

    private static Plan plan(ResultSet row, int number) throws SQLException {
        Timestamp lastDue = row.getTimestamp("last_due_at");
        return new Plan(
                row.getLong("portfolio_id"),
                row.getString("strategy_type"),
                row.getBoolean("active"),
                row.getString("schedule"),
                row.getLong("sequence"),
                lastDue == null ? null : lastDue.toInstant());
    }
}
