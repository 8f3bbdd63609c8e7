package dev.tradesuite.ledger.prediction.store;

import dev.tradesuite.ledger.prediction.Cycle;
import dev.tradesuite.ledger.prediction.Cycles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cycles in the table {@code portfolio_cycle}. */
@Component
final class JdbcCycles implements Cycles {

    private final JdbcClient jdbc;

    JdbcCycles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Cycle> find(long portfolioId, UUID cycleId) {
        return jdbc.sql("select * from portfolio_cycle where portfolio_id = :portfolioId and cycle_id = :cycleId")
                .param("portfolioId", portfolioId)
                .param("cycleId", cycleId)
                .query((row, _) -> cycle(row))
                .optional();
    }

    @Override
    public void begin(long portfolioId, Cycle cycle) {
        jdbc.sql(
                        """
                        insert into portfolio_cycle (portfolio_id, cycle_id, fence, begun_at)
                        values (:portfolioId, :cycleId, :fence, :begunAt)
                        on conflict (portfolio_id, cycle_id) do update set fence = excluded.fence
                        """)
                .param("portfolioId", portfolioId)
                .param("cycleId", cycle.id())
                .param("fence", cycle.fence())
                .param("begunAt", Columns.of(cycle.begunAt()))
                .update();
    }

    @Override
    public void complete(long portfolioId, Cycle cycle) {
        Cycle.Ending ending = Objects.requireNonNull(cycle.ending(), "a completed cycle has an ending");
        jdbc.sql(
                        """
                        update portfolio_cycle set completed_at = :completedAt, report = :report::json
                         where portfolio_id = :portfolioId and cycle_id = :cycleId
                        """)
                .param("portfolioId", portfolioId)
                .param("cycleId", cycle.id())
                .param("completedAt", Columns.of(ending.at()))
                .param("report", ending.report())
                .update();
    }

    @Override
    public void forgetBefore(Instant moment) {
        jdbc.sql("delete from portfolio_cycle where begun_at < :moment")
                .param("moment", Columns.of(moment))
                .update();
    }

    private static Cycle cycle(ResultSet row) throws SQLException {
        Instant completedAt = Columns.instantOrNull(row, "completed_at");
        return new Cycle(
                row.getObject("cycle_id", UUID.class),
                row.getLong("fence"),
                Columns.instant(row, "begun_at"),
                completedAt == null ? null : new Cycle.Ending(completedAt, row.getString("report")));
    }
}
