package dev.tradesuite.signals.run.store;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.signals.JobState;
import dev.tradesuite.contracts.signals.RunKind;
import dev.tradesuite.signals.book.SeriesName;
import dev.tradesuite.signals.run.KeptRun;
import dev.tradesuite.signals.run.KeptRunStore;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs of {@code run}, each with what its accounts, trades and points amount to. */
@Repository
class JdbcKeptRunStore implements KeptRunStore {

    private final JdbcClient jdbc;

    JdbcKeptRunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptRun> page(@Nullable Long before, int limit) {
        // Points of the live run are not counted: there are more with every bar, and nobody chooses it by them.
        return jdbc.sql(
                        """
                        SELECT r.run_id, r.kind, r.state, r.created_at, coalesce(r.range_from, a.first_bar) AS range_from,
                               coalesce(r.range_to, a.last_bar) AS range_to, a.series, a.strategies, t.trades, t.label,
                               CASE WHEN r.kind <> 'LIVE' THEN (
                                   SELECT count(*) FROM fact_equity_curve e WHERE e.run_id = r.run_id) END AS points,
                               ARRAY(SELECT j.job_id FROM job j WHERE j.run_id = r.run_id
                                     ORDER BY j.job_id DESC LIMIT 10) AS jobs
                        FROM (SELECT * FROM run WHERE run_id < :before ORDER BY run_id DESC LIMIT :limit) r
                                 CROSS JOIN LATERAL (
                            SELECT min(p.first_bar) AS first_bar, max(p.last_bar) AS last_bar,
                                   coalesce(array_agg(DISTINCT p.symbol || ' ' || p.timeframe)
                                       FILTER (WHERE p.symbol IS NOT NULL), '{}') AS series,
                                   coalesce(array_agg(DISTINCT s.strategy_code)
                                       FILTER (WHERE p.symbol IS NOT NULL), '{}') AS strategies
                            FROM paper_account p JOIN dim_strategy s USING (strategy_id)
                            WHERE p.run_id = r.run_id) a
                                 CROSS JOIN LATERAL (
                            SELECT count(*) FILTER (WHERE f.exit_time IS NOT NULL) AS trades, min(f.label) AS label
                            FROM fact_strategy_positions f WHERE f.run_id = r.run_id) t
                        ORDER BY r.run_id DESC
                        """)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query((row, _) -> run(row))
                .list();
    }

    private static KeptRun run(ResultSet row) throws SQLException {
        RunKind kind = RunKind.valueOf(row.getString("kind"));
        boolean isLive = kind == RunKind.LIVE;
        return new KeptRun(
                row.getLong("run_id"),
                kind,
                isLive ? Optional.empty() : Optional.of(JobState.valueOf(row.getString("state"))),
                label(kind, row.getString("label")),
                new KeptRun.RunSpan(
                        Optional.ofNullable(TimeColumns.instantOrNull(row, "range_from")),
                        Optional.ofNullable(TimeColumns.instantOrNull(row, "range_to"))),
                Stream.of((String[]) row.getArray("series").getArray())
                        .map(JdbcKeptRunStore::series)
                        .toList(),
                List.of((String[]) row.getArray("strategies").getArray()),
                new KeptRun.RunCount(row.getLong("trades"), Optional.ofNullable(row.getObject("points", Long.class))),
                List.of((Long[]) row.getArray("jobs").getArray()),
                TimeColumns.instant(row, "created_at"));
    }

    /** An import has one for all its trades. */
    private static Optional<RunLabel> label(RunKind kind, @Nullable String ofTrades) {
        return switch (kind) {
            case LIVE -> Optional.empty();
            case BACKTEST -> Optional.of(RunLabel.BACKTEST);
            case IMPORT -> Optional.ofNullable(ofTrades).map(RunLabel::valueOf);
        };
    }

    private static SeriesName series(String text) {
        int space = text.lastIndexOf(' ');
        return new SeriesName(text.substring(0, space), Timeframe.valueOf(text.substring(space + 1)));
    }
}
