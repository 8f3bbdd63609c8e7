package dev.tradesuite.signals.series.store;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.signals.StrategyType;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelSeries;
import dev.tradesuite.signals.series.ModelStrategy;
import dev.tradesuite.signals.series.SeriesStore;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts of {@code paper_account}, each with its newest signal and equity. */
@Repository
class JdbcSeriesStore implements SeriesStore {

    private static final Comparator<Found> ORDER = Comparator.comparing((Found found) -> !found.isCurrent())
            .thenComparing(found -> found.series().symbol())
            .thenComparing(found -> found.series().timeframe().length());

    /**
     * A series.
     *
     * @param isCurrent whether its newest bar is not much older than the newest of the run
     */
    private record Found(ModelSeries series, boolean isCurrent) {}

    private final JdbcClient jdbc;

    JdbcSeriesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Long> runs() {
        return jdbc.sql("SELECT run_id FROM run ORDER BY run_id")
                .query(Long.class)
                .list();
    }

    @Override
    public List<ModelStrategy> strategies() {
        return jdbc.sql(
                        """
                        SELECT strategy_id, strategy_code, strategy_name, strategy_type
                        FROM dim_strategy ORDER BY strategy_id
                        """)
                .query((row, _) -> strategy(row))
                .list();
    }

    @Override
    public List<ModelSeries> series(long run) {
        // A week is longer than a market is closed over holidays: the order does not change with its hours.
        List<Found> found = jdbc.sql(
                        """
                        SELECT symbol, timeframe, max(last_bar) >= (
                                   SELECT max(n.last_bar) FROM paper_account n WHERE n.run_id = :run)
                                   - INTERVAL '7 days' AS is_current
                        FROM paper_account WHERE run_id = :run
                        GROUP BY symbol, timeframe
                        """)
                .param("run", run)
                .query((row, _) -> new Found(
                        new ModelSeries(run, row.getString("symbol"), Timeframe.valueOf(row.getString("timeframe"))),
                        row.getBoolean("is_current")))
                .list();
        return found.stream().sorted(ORDER).map(Found::series).toList();
    }

    @Override
    public List<ModelAccount> accounts(ModelSeries series) {
        // Nothing of an account is older than the opening of its newest bar: one partition is looked at.
        return jdbc.sql(
                        """
                        SELECT s.strategy_id, s.strategy_code, s.strategy_name, s.strategy_type, a.starting_capital,
                               a.first_bar, a.version, g.model_version, g.proxy, e.timestamp_utc, e.equity_value, e.label,
                               CASE WHEN r.kind = 'IMPORT' THEN r.range_to END AS recorded_until
                        FROM paper_account a
                                 JOIN run r USING (run_id)
                                 JOIN dim_strategy s USING (strategy_id)
                                 LEFT JOIN LATERAL (
                            SELECT f.model_version, f.proxy FROM fact_strategy_signals f
                            WHERE f.run_id = a.run_id AND f.symbol = a.symbol AND f.timeframe = a.timeframe
                              AND f.strategy_id = a.strategy_id
                              AND f.timestamp_utc >= coalesce(a.last_bar, '-infinity')
                            ORDER BY f.timestamp_utc DESC LIMIT 1) g ON true
                                 LEFT JOIN LATERAL (
                            SELECT c.timestamp_utc, c.equity_value, c.label FROM fact_equity_curve c
                            WHERE c.run_id = a.run_id AND c.symbol = a.symbol AND c.timeframe = a.timeframe
                              AND c.strategy_id = a.strategy_id
                              AND c.timestamp_utc >= coalesce(a.last_bar, '-infinity')
                            ORDER BY c.timestamp_utc DESC LIMIT 1) e ON true
                        WHERE a.run_id = :run AND a.symbol = :symbol AND a.timeframe = :timeframe
                        ORDER BY s.strategy_id
                        """)
                .param("run", series.run())
                .param("symbol", series.symbol())
                .param("timeframe", series.timeframe().name())
                .query((row, _) -> account(row))
                .list();
    }

    private static ModelAccount account(ResultSet row) throws SQLException {
        String version = row.getString("model_version");
        Instant at = TimeColumns.instantOrNull(row, "timestamp_utc");
        return new ModelAccount(
                strategy(row),
                row.getBigDecimal("starting_capital"),
                TimeColumns.instantOrNull(row, "first_bar"),
                row.getLong("version"),
                version == null ? null : new ModelAccount.ModelOrigin(version, row.getBoolean("proxy")),
                at == null
                        ? null
                        : new ModelAccount.LastEquity(
                                at, row.getBigDecimal("equity_value"), RunLabel.valueOf(row.getString("label"))),
                TimeColumns.instantOrNull(row, "recorded_until"));
    }

    private static ModelStrategy strategy(ResultSet row) throws SQLException {
        return new ModelStrategy(
                row.getInt("strategy_id"),
                row.getString("strategy_code"),
                row.getString("strategy_name"),
                StrategyType.valueOf(row.getString("strategy_type")));
    }
}
