package dev.tradesuite.ledger.prediction.store;

import dev.tradesuite.ledger.prediction.BookedCycle;
import dev.tradesuite.ledger.prediction.BookedCycles;
import dev.tradesuite.ledger.prediction.DailySnapshot;
import dev.tradesuite.ledger.prediction.FencedRun;
import dev.tradesuite.ledger.prediction.OutcomeOrder;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Cycles in the table {@code portfolio_cycle}, read with their orders, completed with the snapshot of their day. */
@Component
final class JdbcBookedCycles implements BookedCycles {

    private final JdbcClient jdbc;
    private final OrderRows orders;

    JdbcBookedCycles(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.orders = new OrderRows(json);
    }

    @Override
    public Optional<BookedCycle> find(long portfolioId, UUID cycleId) {
        return jdbc.sql(
                        """
                        SELECT c.fence, c.begun_at, c.completed_at, c.report,
                               (SELECT count(*)
                                  FROM market_trade t
                                 WHERE t.portfolio_id = c.portfolio_id
                                   AND t.cycle_id = c.cycle_id
                                   AND t.kind = 'SETTLEMENT') AS settled,
                               o.*
                          FROM portfolio_cycle c
                          LEFT JOIN portfolio_order o ON o.portfolio_id = c.portfolio_id AND o.cycle_id = c.cycle_id
                         WHERE c.portfolio_id = :portfolioId AND c.cycle_id = :cycleId
                         ORDER BY o.number
                        """)
                .param("portfolioId", portfolioId)
                .param("cycleId", cycleId)
                .query((ResultSetExtractor<Optional<BookedCycle>>) rows -> cycle(cycleId, rows));
    }

    private Optional<BookedCycle> cycle(UUID cycleId, ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        Instant completedAt = TimeColumns.instantOrNull(rows, "completed_at");
        BookedCycle.Ending ending =
                completedAt == null ? null : new BookedCycle.Ending(completedAt, rows.getString("report"));
        long fence = rows.getLong("fence");
        Instant begunAt = TimeColumns.instant(rows, "begun_at");
        int settled = rows.getInt("settled");
        return Optional.of(new BookedCycle(cycleId, fence, begunAt, ending, orders(rows), settled));
    }

    private List<OutcomeOrder> orders(ResultSet rows) throws SQLException {
        List<OutcomeOrder> found = new ArrayList<>();
        if (rows.getObject("id") != null) {
            do {
                found.add(orders.read(rows));
            } while (rows.next());
        }
        return found;
    }

    @Override
    public Optional<String> report(long portfolioId, UUID cycleId) {
        return jdbc.sql(
                        """
                        SELECT report
                          FROM portfolio_cycle
                         WHERE portfolio_id = :portfolioId AND cycle_id = :cycleId AND completed_at IS NOT NULL
                        """)
                .param("portfolioId", portfolioId)
                .param("cycleId", cycleId)
                .query(String.class)
                .optional();
    }

    /** One statement; without a new row it changes nothing. */
    @Override
    public boolean begin(FencedRun run, Instant now) {
        return jdbc.sql(
                                """
                        WITH begun AS (
                            INSERT INTO portfolio_cycle (portfolio_id, cycle_id, fence, begun_at)
                            VALUES (:portfolioId, :cycleId, :fence, :begunAt)
                            ON CONFLICT (portfolio_id, cycle_id) DO NOTHING
                            RETURNING portfolio_id)
                        UPDATE portfolio SET fence = :fence WHERE id = (SELECT portfolio_id FROM begun)
                        """)
                        .param("portfolioId", run.portfolioId())
                        .param("cycleId", run.cycleId())
                        .param("fence", run.fence())
                        .param("begunAt", TimeColumns.of(now))
                        .update()
                == 1;
    }

    @Override
    public void resume(FencedRun run, boolean standsIn) {
        jdbc.sql(
                        """
                        WITH resumed AS (
                            UPDATE portfolio_cycle SET fence = :fence
                             WHERE portfolio_id = :portfolioId AND cycle_id = :cycleId AND :standsIn)
                        UPDATE portfolio SET fence = :fence WHERE id = :portfolioId
                        """)
                .param("portfolioId", run.portfolioId())
                .param("cycleId", run.cycleId())
                .param("fence", run.fence())
                .param("standsIn", standsIn)
                .update();
    }

    /** The snapshot of the day as it was is read by the same statement that replaces it. */
    @Override
    public boolean complete(FencedRun run, BookedCycle.Ending ending, DailySnapshot snapshot) {
        return jdbc.sql(
                        """
                        WITH earlier AS (
                            SELECT cash, positions_value, realised_pnl, floating_pnl, open_positions, label
                              FROM portfolio_snapshot
                             WHERE portfolio_id = :portfolioId AND day = :day),
                        completed AS (
                            UPDATE portfolio_cycle SET completed_at = :completedAt, report = :report::json
                             WHERE portfolio_id = :portfolioId AND cycle_id = :cycleId),
                        taken AS (
                            INSERT INTO portfolio_snapshot (portfolio_id, day, taken_at, cash, positions_value,
                                                            realised_pnl, floating_pnl, open_positions,
                                                            oldest_mark_at, label)
                            VALUES (:portfolioId, :day, :takenAt, :cash, :positionsValue,
                                    :realisedPnl, :floatingPnl, :openPositions, :oldestMarkAt, :label)
                            ON CONFLICT (portfolio_id, day) DO UPDATE SET
                                taken_at = excluded.taken_at, cash = excluded.cash,
                                positions_value = excluded.positions_value, realised_pnl = excluded.realised_pnl,
                                floating_pnl = excluded.floating_pnl, open_positions = excluded.open_positions,
                                oldest_mark_at = excluded.oldest_mark_at, label = excluded.label)
                        SELECT NOT EXISTS (
                            SELECT FROM earlier
                             WHERE cash = :cash AND positions_value = :positionsValue
                               AND realised_pnl = :realisedPnl AND floating_pnl = :floatingPnl
                               AND open_positions = :openPositions AND label = :label)
                        """)
                .params(row(run, ending, snapshot))
                .query(Boolean.class)
                .single();
    }

    private static Map<String, @Nullable Object> row(FencedRun run, BookedCycle.Ending ending, DailySnapshot snapshot) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("portfolioId", run.portfolioId());
        row.put("cycleId", run.cycleId());
        row.put("completedAt", TimeColumns.of(ending.at()));
        row.put("report", ending.report());
        row.put("day", snapshot.day());
        row.put("takenAt", TimeColumns.of(snapshot.takenAt()));
        row.put("cash", snapshot.cash());
        row.put("positionsValue", snapshot.positionsValue());
        row.put("realisedPnl", snapshot.realisedPnl());
        row.put("floatingPnl", snapshot.floatingPnl());
        row.put("openPositions", snapshot.openPositions());
        row.put("oldestMarkAt", TimeColumns.ofNullable(snapshot.oldestMarkAt()));
        row.put("label", snapshot.label().name());
        return row;
    }

    @Override
    public void forgetBefore(Instant moment) {
        for (String forgotten : List.of(
                "DELETE FROM portfolio_cycle WHERE begun_at < :moment",
                // The statuses are written out, so that the index of such orders serves.
                "DELETE FROM portfolio_order WHERE status IN ('DENIED', 'CANCELLED') AND created_at < :moment")) {
            jdbc.sql(forgotten).param("moment", TimeColumns.of(moment)).update();
        }
    }
}
