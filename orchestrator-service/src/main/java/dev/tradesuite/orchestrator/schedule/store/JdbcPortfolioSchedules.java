package dev.tradesuite.orchestrator.schedule.store;

import dev.tradesuite.orchestrator.schedule.PortfolioSchedule;
import dev.tradesuite.orchestrator.schedule.PortfolioSchedules;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code portfolio_schedule}. */
@Component
final class JdbcPortfolioSchedules implements PortfolioSchedules {

    private static final String COLUMNS = "portfolio_id, strategy_type, active, schedule, sequence, last_due_at";

    private final JdbcClient jdbc;

    JdbcPortfolioSchedules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PortfolioSchedule> findAndLock(long portfolioId) {
        return jdbc.sql("SELECT %s FROM portfolio_schedule WHERE portfolio_id = :id FOR UPDATE".formatted(COLUMNS))
                .param("id", portfolioId)
                .query(JdbcPortfolioSchedules::schedule)
                .optional();
    }

    @Override
    public void put(PortfolioSchedule schedule) {
        jdbc.sql(
                        """
                        INSERT INTO portfolio_schedule (portfolio_id, strategy_type, active, schedule, sequence)
                        VALUES (:portfolioId, :strategyType, :active, :schedule, :sequence)
                        ON CONFLICT (portfolio_id) DO UPDATE
                        SET strategy_type = excluded.strategy_type, active = excluded.active,
                            schedule = excluded.schedule, sequence = excluded.sequence
                        WHERE portfolio_schedule.sequence <= excluded.sequence
                        """)
                .paramSource(schedule)
                .update();
    }

    @Override
    public List<DueSchedule> list(@Nullable Long after, @Nullable Set<Long> only, int limit) {
        return jdbc.sql(
                        """
                        SELECT %s, task.execution_time AS next_due_at
                        FROM portfolio_schedule
                        LEFT JOIN scheduled_tasks task ON task.task_name = :task AND task.task_instance = portfolio_id::text
                        WHERE portfolio_id > :after AND (:all OR portfolio_id = ANY (:only))
                        ORDER BY portfolio_id LIMIT :limit
                        """
                                .formatted(COLUMNS))
                .param("task", DbSchedulerTimer.TASK)
                .param("after", after == null ? 0 : after)
                .param("all", only == null)
                .param("only", Objects.requireNonNullElse(only, Set.<Long>of()).toArray(Long[]::new))
                .param("limit", limit)
                .query((row, number) ->
                        new DueSchedule(schedule(row, number), TimeColumns.instantOrNull(row, "next_due_at")))
                .list();
    }

    @Override
    public Optional<PortfolioSchedule> noteDue(long portfolioId, Instant dueAt) {
        return jdbc.sql(
                        """
                        UPDATE portfolio_schedule SET last_due_at = greatest(last_due_at, :due)
                        WHERE portfolio_id = :id AND active
                        RETURNING\s"""
                                + COLUMNS)
                .param("due", TimeColumns.of(dueAt))
                .param("id", portfolioId)
                .query(JdbcPortfolioSchedules::schedule)
                .optional();
    }

    private static PortfolioSchedule schedule(ResultSet row, int number) throws SQLException {
        return new PortfolioSchedule(
                row.getLong("portfolio_id"),
                row.getString("strategy_type"),
                row.getBoolean("active"),
                row.getString("schedule"),
                row.getLong("sequence"),
                TimeColumns.instantOrNull(row, "last_due_at"));
    }
}
