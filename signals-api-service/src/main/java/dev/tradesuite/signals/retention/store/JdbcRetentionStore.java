package dev.tradesuite.signals.retention.store;

import dev.tradesuite.signals.retention.RetentionStore;
import dev.tradesuite.support.store.TimeColumns;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Old backtests and closes; months and points are with {@link JdbcOldPoints}. */
@Repository
class JdbcRetentionStore implements RetentionStore {

    /** Rows of one transaction. */
    private static final int MOST_ROWS = 5_000;

    /** Signals are judged by closes up to 24 bars later; of days with the week-ends between them. */
    private static final Duration LOOKED_AHEAD = Duration.ofDays(40);

    /** What makes a run visible: taken together and first. */
    private static final List<String> SEEN = List.of("job", "paper_account", "series_price");

    private static final List<String> OF_RUN = List.of(
            "fact_equity_curve_1h", "fact_equity_curve_1d", "fact_strategy_performance", "fact_strategy_positions");

    private final JdbcClient jdbc;
    private final JdbcOldPoints points;
    private final UnitOfWork work;

    JdbcRetentionStore(JdbcClient jdbc, JdbcOldPoints points, UnitOfWork work) {
        this.jdbc = jdbc;
        this.points = points;
        this.work = work;
    }

    @Override
    public List<Long> backtestsEndedBefore(Instant moment) {
        return jdbc.sql("SELECT run_id FROM run WHERE kind = 'BACKTEST' AND ended_at < :moment ORDER BY ended_at")
                .param("moment", TimeColumns.of(moment))
                .query(Long.class)
                .list();
    }

    @Override
    public boolean removeSomeOf(long backtest) {
        return work.relaxed(() -> {
            if (removeSeen(backtest) || points.removeSomeOf(backtest) || removeRows(backtest)) {
                return true;
            }
            jdbc.sql("DELETE FROM run WHERE run_id = :run AND kind = 'BACKTEST'")
                    .param("run", backtest)
                    .update();
            return false;
        });
    }

    private boolean removeSeen(long backtest) {
        int removed = 0;
        for (String table : SEEN) {
            removed += jdbc.sql("DELETE FROM %s WHERE run_id = :run".formatted(table))
                    .param("run", backtest)
                    .update();
        }
        return removed > 0;
    }

    private boolean removeRows(long backtest) {
        return OF_RUN.stream()
                .anyMatch(table -> jdbc.sql(
                                        """
                                DELETE FROM %1$s
                                WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1$s WHERE run_id = :run LIMIT :most))
                                """
                                                .formatted(table))
                                .param("run", backtest)
                                .param("most", MOST_ROWS)
                                .update()
                        > 0);
    }

    @Override
    public List<SeriesMonth> monthsBefore(Instant moment) {
        return points.monthsBefore(moment);
    }

    @Override
    public void drop(SeriesMonth month) {
        work.relaxed(() -> points.drop(month));
    }

    @Override
    public List<RunAccount> liveAccounts() {
        return jdbc.sql("SELECT symbol, timeframe, strategy_id FROM paper_account WHERE run_id = 0")
                .query((row, _) ->
                        new RunAccount(row.getString("symbol"), row.getString("timeframe"), row.getInt("strategy_id")))
                .list();
    }

    @Override
    public boolean removeSomePoints(RunAccount account, Instant before) {
        return work.relaxed(() -> points.removeSome(account, before));
    }

    @Override
    public List<CloseSeries> closeSeries() {
        return jdbc.sql(
                        """
                        WITH RECURSIVE series AS (
                            (SELECT symbol, timeframe FROM series_close ORDER BY symbol, timeframe LIMIT 1)
                            UNION ALL
                            SELECT next.symbol, next.timeframe
                            FROM series s CROSS JOIN LATERAL (
                                SELECT c.symbol, c.timeframe FROM series_close c
                                WHERE (c.symbol, c.timeframe) > (s.symbol, s.timeframe)
                                ORDER BY c.symbol, c.timeframe LIMIT 1) next)
                        SELECT symbol, timeframe FROM series
                        """)
                .query((row, _) -> new CloseSeries(row.getString("symbol"), row.getString("timeframe")))
                .list();
    }

    @Override
    public boolean removeSomeCloses(CloseSeries series, Instant before) {
        return work.relaxed(() -> jdbc.sql(
                                """
                        DELETE FROM series_close
                        WHERE ctid = ANY (ARRAY(
                            SELECT c.ctid FROM series_close c
                            WHERE c.symbol = :symbol AND c.timeframe = :timeframe AND c.timestamp_utc < :before
                              AND EXISTS (
                                  SELECT FROM series_close later
                                  WHERE later.symbol = c.symbol AND later.timeframe = c.timeframe
                                    AND later.timestamp_utc > c.timestamp_utc
                                    AND later.timestamp_utc <=
                                        date_trunc('day', c.timestamp_utc - INTERVAL '1 millisecond', 'UTC')
                                            + INTERVAL '1 day')
                              AND NOT EXISTS (
                                  SELECT FROM paper_account a
                                  WHERE a.run_id > 0 AND a.symbol = c.symbol AND a.timeframe = c.timeframe
                                    AND c.timestamp_utc BETWEEN a.first_bar
                                        AND a.last_bar + make_interval(secs => :ahead))
                            LIMIT :most))
                        """)
                        .param("symbol", series.symbol())
                        .param("timeframe", series.timeframe())
                        .param("before", TimeColumns.of(before))
                        .param("ahead", LOOKED_AHEAD.toSeconds())
                        .param("most", MOST_ROWS)
                        .update()
                > 0);
    }
}
