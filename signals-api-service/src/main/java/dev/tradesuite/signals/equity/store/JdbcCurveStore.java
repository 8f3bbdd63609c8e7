package dev.tradesuite.signals.equity.store;

import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.signals.equity.AccountPoint;
import dev.tradesuite.signals.equity.CurveStore;
import dev.tradesuite.signals.equity.CurveWindow;
import dev.tradesuite.signals.series.ModelSeries;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Points of {@code fact_equity_curve} and its roll-ups of hours and days. */
@Repository
class JdbcCurveStore implements CurveStore {

    private final JdbcClient jdbc;

    JdbcCurveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<AccountPoint> points(
            ModelSeries series, int strategyId, CurveWindow window, EquityResolution resolution) {
        return account(series, strategyId, points(resolution))
                .param("from", TimeColumns.of(window.from()))
                .param("to", TimeColumns.of(window.to()))
                .query((row, _) -> point(row))
                .list();
    }

    @Override
    public Optional<AccountPoint> before(ModelSeries series, int strategyId, Instant moment) {
        return account(
                        series,
                        strategyId,
                        """
                        SELECT timestamp_utc, equity_value, return_since_start_pct, current_drawdown_pct
                        FROM fact_equity_curve
                        WHERE run_id = :run AND symbol = :symbol AND timeframe = :timeframe AND strategy_id = :strategy
                          AND timestamp_utc <= :moment
                        ORDER BY timestamp_utc DESC LIMIT 1
                        """)
                .param("moment", TimeColumns.of(moment))
                .query((row, _) -> point(row))
                .optional();
    }

    private JdbcClient.StatementSpec account(ModelSeries series, int strategyId, String sql) {
        return jdbc.sql(sql)
                .param("run", series.run())
                .param("symbol", series.symbol())
                .param("timeframe", series.timeframe().name())
                .param("strategy", strategyId);
    }

    /** The roll-ups are keyed by the start of their bucket, which is before the point. */
    private static String points(EquityResolution resolution) {
        return switch (resolution) {
            case POINTS ->
                """
                SELECT timestamp_utc, equity_value, return_since_start_pct, current_drawdown_pct
                FROM fact_equity_curve
                WHERE run_id = :run AND symbol = :symbol AND timeframe = :timeframe AND strategy_id = :strategy
                  AND timestamp_utc > :from AND timestamp_utc <= :to
                ORDER BY timestamp_utc
                """;
            case HOURS -> rolledUp("fact_equity_curve_1h", "1 hour");
            case DAYS -> rolledUp("fact_equity_curve_1d", "1 day");
        };
    }

    private static String rolledUp(String table, String bucket) {
        return """
                SELECT timestamp_utc, equity_value, return_since_start_pct, current_drawdown_pct
                FROM %s
                WHERE run_id = :run AND symbol = :symbol AND timeframe = :timeframe AND strategy_id = :strategy
                  AND bucket > CAST(:from AS timestamptz) - INTERVAL '%s' AND bucket <= :to
                  AND timestamp_utc > :from AND timestamp_utc <= :to
                ORDER BY bucket
                """
                .formatted(table, bucket);
    }

    /** By the places of the columns, because there may be ten thousands of rows. */
    private static AccountPoint point(ResultSet row) throws SQLException {
        return new AccountPoint(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getBigDecimal(2),
                row.getDouble(3),
                row.getDouble(4));
    }
}
