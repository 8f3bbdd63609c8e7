package dev.tradesuite.signals.imported.store;

import dev.tradesuite.contracts.signals.StrategyType;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.signals.imported.RecordOrder;
import dev.tradesuite.signals.imported.RecordStore;
import dev.tradesuite.signals.imported.RecordedPoint;
import dev.tradesuite.signals.imported.RecordedTrade;
import dev.tradesuite.support.store.TimeColumns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recorded runs in the tables the books of the models write, with roll-ups and a row for each day. */
@Repository
class JdbcRecordStore implements RecordStore {

    private static final String SAME =
            " WHERE run_id = :run AND symbol = :symbol AND timeframe = :timeframe AND strategy_id = :strategy";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    JdbcRecordStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Optional<StrategyType> type(String strategyCode) {
        return jdbc.sql("SELECT strategy_type FROM dim_strategy WHERE strategy_code = :code")
                .param("code", strategyCode)
                .query((row, _) -> StrategyType.valueOf(row.getString("strategy_type")))
                .optional();
    }

    @Override
    public long add(RecordOrder order, Recorded recorded) {
        List<RecordedPoint> points = recorded.points();
        long run = jdbc.sql(
                        """
                        INSERT INTO run (kind, range_from, range_to, state) VALUES ('IMPORT', :from, :to, 'DONE')
                        RETURNING run_id
                        """)
                .param("from", TimeColumns.of(points.getFirst().at()))
                .param("to", TimeColumns.of(recorded.end()))
                .query(Long.class)
                .single();
        MapSqlParameterSource key = new MapSqlParameterSource("run", run)
                .addValue("symbol", order.symbol())
                .addValue("timeframe", order.timeframe().name())
                .addValue("strategy", strategy(order.strategy()))
                .addValue("label", order.label().name());
        jdbc.sql("SELECT ensure_dw_partitions(:first::timestamptz::date, :last::timestamptz::date)")
                .param("first", TimeColumns.of(points.getFirst().at()))
                .param("last", TimeColumns.of(points.getLast().at()))
                .query((_, _) -> 0)
                .list();
        addAccount(key, recorded);
        addTrades(key, recorded.trades());
        addPoints(key, recorded);
        addRollUp(key, "hour", "fact_equity_curve_1h");
        addRollUp(key, "day", "fact_equity_curve_1d");
        addDays(key);
        return run;
    }

    private int strategy(RecordOrder.RecordedStrategy strategy) {
        jdbc.sql(
                        """
                        INSERT INTO dim_strategy (strategy_code, strategy_name, strategy_type)
                        VALUES (:code, :name, :type) ON CONFLICT (strategy_code) DO NOTHING
                        """)
                .param("code", strategy.code())
                .param("name", strategy.name())
                .param("type", strategy.type().name())
                .update();
        return jdbc.sql("SELECT strategy_id FROM dim_strategy WHERE strategy_code = :code")
                .param("code", strategy.code())
                .query(Integer.class)
                .single();
    }

    private void addAccount(MapSqlParameterSource key, Recorded recorded) {
        List<RecordedPoint> points = recorded.points();
        BigDecimal peak =
                points.stream().map(RecordedPoint::equity).reduce(recorded.startingCapital(), BigDecimal::max);
        jdbc.sql(
                        """
                        INSERT INTO paper_account (run_id, symbol, timeframe, strategy_id, starting_capital, cash,
                                                   peak_equity, first_bar, last_bar, ended)
                        VALUES (:run, :symbol, :timeframe, :strategy, :capital, :cash, :peak, :first, :last, true)
                        """)
                .paramSource(new MapSqlParameterSource(key.getValues())
                        .addValue("capital", recorded.startingCapital())
                        .addValue("cash", points.getLast().equity())
                        .addValue("peak", peak)
                        .addValue("first", TimeColumns.of(points.getFirst().at()))
                        .addValue("last", TimeColumns.of(points.getLast().at())))
                .update();
    }

    private void addTrades(MapSqlParameterSource key, List<RecordedTrade> trades) {
        SqlParameterSource[] rows = trades.stream()
                .map(trade -> new MapSqlParameterSource(key.getValues())
                        .addValue("side", trade.direction().name().toLowerCase(Locale.ROOT))
                        .addValue("quantity", trade.size().quantity())
                        .addValue("notional", trade.size().notional())
                        .addValue("entryPrice", trade.entry().price())
                        .addValue("entryTime", TimeColumns.of(trade.entry().at()))
                        .addValue("exitPrice", trade.exit().price())
                        .addValue("exitTime", TimeColumns.of(trade.exit().at()))
                        .addValue("profit", trade.profit())
                        .addValue("fees", trade.size().fees()))
                .toArray(SqlParameterSource[]::new);
        batches.batchUpdate(
                """
                INSERT INTO fact_strategy_positions
                    (run_id, symbol, timeframe, strategy_id, side, status, quantity, notional_usd, entry_price, entry_time,
                     exit_price, exit_time, current_price, realized_pnl, fees, mae, mfe, exit_reason, label)
                VALUES (:run, :symbol, :timeframe, :strategy, :side, 'closed', :quantity, :notional, :entryPrice,
                        :entryTime, :exitPrice, :exitTime, :exitPrice, :profit, :fees, NULL, NULL, 'IMPORTED', :label)
                """,
                rows);
    }

    private void addPoints(MapSqlParameterSource key, Recorded recorded) {
        BigDecimal capital = recorded.startingCapital();
        BigDecimal peak = capital;
        List<SqlParameterSource> rows = new ArrayList<>();
        for (RecordedPoint point : recorded.points()) {
            BigDecimal equity = point.equity();
            peak = peak.max(equity);
            rows.add(new MapSqlParameterSource(key.getValues())
                    .addValue("at", TimeColumns.of(point.at()))
                    .addValue("equity", equity)
                    .addValue(
                            "gain",
                            Amounts.percent(equity.subtract(capital), capital).doubleValue())
                    .addValue(
                            "fall", Amounts.percent(equity.subtract(peak), peak).doubleValue()));
        }
        batches.batchUpdate(
                """
                INSERT INTO fact_equity_curve
                    (run_id, symbol, timeframe, strategy_id, timestamp_utc, equity_value, return_since_start_pct,
                     current_drawdown_pct, label)
                VALUES (:run, :symbol, :timeframe, :strategy, :at, :equity, :gain, :fall, :label)
                """,
                rows.toArray(SqlParameterSource[]::new));
    }

    /** The last point of each hour or day; the one at its end belongs to it. */
    private void addRollUp(MapSqlParameterSource key, String unit, String table) {
        jdbc.sql(
                        """
                        INSERT INTO %s (run_id, symbol, timeframe, strategy_id, bucket, timestamp_utc, equity_value,
                                        return_since_start_pct, current_drawdown_pct)
                        SELECT DISTINCT ON (bucket) run_id, symbol, timeframe, strategy_id,
                               date_trunc('%s', timestamp_utc - INTERVAL '1 millisecond', 'UTC') AS bucket, timestamp_utc,
                               equity_value, return_since_start_pct, current_drawdown_pct
                        FROM fact_equity_curve %s
                        ORDER BY bucket, timestamp_utc DESC
                        """
                                .formatted(table, unit, SAME))
                .paramSource(key)
                .update();
    }

    /** What a day's trades and points amount to; ratios of a recorded run are those of its whole. */
    private void addDays(MapSqlParameterSource key) {
        jdbc.sql(
                        """
                        WITH trades AS MATERIALIZED (
                            SELECT (date_trunc('day', exit_time - INTERVAL '1 millisecond', 'UTC') AT TIME ZONE 'UTC')::date
                                       AS day,
                                   count(*) AS n,
                                   count(*) FILTER (WHERE realized_pnl > 0) AS wins,
                                   count(*) FILTER (WHERE realized_pnl < 0) AS losses,
                                   coalesce(sum(realized_pnl) FILTER (WHERE realized_pnl > 0), 0) AS profit,
                                   coalesce(sum(realized_pnl) FILTER (WHERE realized_pnl < 0), 0) AS loss,
                                   sum(fees) AS fees,
                                   avg(extract(EPOCH FROM exit_time - entry_time) / 60) AS minutes
                            FROM fact_strategy_positions %1$s GROUP BY 1),
                        ends AS MATERIALIZED (
                            SELECT (bucket AT TIME ZONE 'UTC')::date AS day,
                                   equity_value / coalesce(lag(equity_value) OVER (ORDER BY bucket),
                                       (SELECT starting_capital FROM paper_account %1$s)) - 1 AS gain
                            FROM fact_equity_curve_1d %1$s),
                        points AS (
                            SELECT (date_trunc('day', timestamp_utc - INTERVAL '1 millisecond', 'UTC') AT TIME ZONE 'UTC')
                                       ::date AS day,
                                   current_drawdown_pct,
                                   equity_value / max(equity_value) OVER (
                                       PARTITION BY date_trunc('day', timestamp_utc - INTERVAL '1 millisecond', 'UTC')
                                       ORDER BY timestamp_utc) - 1 AS fall
                            FROM fact_equity_curve %1$s),
                        falls AS MATERIALIZED (
                            SELECT day, min(fall) * 100 AS deepest, min(current_drawdown_pct) AS since_start
                            FROM points GROUP BY 1)
                        INSERT INTO fact_strategy_performance
                            (run_id, symbol, timeframe, strategy_id, date_utc, n_trades, n_wins, n_losses, gross_profit,
                             gross_loss, net_profit, total_fees, win_rate, profit_factor, daily_return_pct,
                             max_drawdown_pct, deepest_drawdown_pct, avg_hold_time_minutes)
                        SELECT :run, :symbol, :timeframe, :strategy, day, coalesce(t.n, 0), coalesce(t.wins, 0),
                               coalesce(t.losses, 0), coalesce(t.profit, 0), coalesce(t.loss, 0),
                               coalesce(t.profit + t.loss, 0), coalesce(t.fees, 0), t.wins::float8 / t.n,
                               t.profit / nullif(-t.loss, 0), e.gain * 100, f.deepest, f.since_start, t.minutes
                        FROM trades t FULL JOIN ends e USING (day) LEFT JOIN falls f USING (day)
                        """
                                .formatted(SAME))
                .paramSource(key)
                .update();
    }
}
