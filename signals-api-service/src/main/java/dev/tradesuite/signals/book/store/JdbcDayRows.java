package dev.tradesuite.signals.book.store;

import dev.tradesuite.signals.book.BookedBar;
import dev.tradesuite.signals.book.SeriesName;
import dev.tradesuite.support.store.TimeColumns;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the row of each UTC day that bars fell into, from the trades that ended and the equity points of that day. The
 * close at midnight belongs to the day that ends.
 *
 * <p>Sums are made once: of tables that are new the planner knows nothing, and would make them for every day again.
 */
@Component
class JdbcDayRows {

    private final JdbcClient jdbc;
    private final JdbcRatioRows ratios;

    JdbcDayRows(JdbcClient jdbc, JdbcRatioRows ratios) {
        this.jdbc = jdbc;
        this.ratios = ratios;
    }

    void write(long run, SeriesName name, Map<String, Integer> strategies, List<BookedBar> booked) {
        Instant first = day(booked.getFirst());
        Instant last = day(booked.getLast());
        jdbc.sql(
                        """
                        WITH day AS (
                            SELECT d.bucket, d.strategy_id, d.equity_value,
                                   (SELECT p.equity_value FROM fact_equity_curve_1d p
                                    WHERE p.run_id = d.run_id AND p.symbol = d.symbol AND p.timeframe = d.timeframe
                                      AND p.strategy_id = d.strategy_id AND p.bucket < d.bucket
                                    ORDER BY p.bucket DESC LIMIT 1) AS before
                            FROM fact_equity_curve_1d d
                            WHERE d.run_id = :run AND d.symbol = :symbol AND d.timeframe = :timeframe
                              AND d.strategy_id = ANY (:strategies::int[]) AND d.bucket BETWEEN :first AND :last),
                        trades AS MATERIALIZED (
                            SELECT p.strategy_id,
                                   date_trunc('day', p.exit_time - INTERVAL '1 millisecond', 'UTC') AS bucket,
                                   count(*) AS n,
                                   count(*) FILTER (WHERE p.realized_pnl > 0) AS wins,
                                   count(*) FILTER (WHERE p.realized_pnl < 0) AS losses,
                                   coalesce(sum(p.realized_pnl) FILTER (WHERE p.realized_pnl > 0), 0) AS profit,
                                   coalesce(sum(p.realized_pnl) FILTER (WHERE p.realized_pnl < 0), 0) AS loss,
                                   sum(p.fees) AS fees,
                                   avg(extract(EPOCH FROM p.exit_time - p.entry_time) / 60) AS minutes
                            FROM fact_strategy_positions p
                            WHERE p.run_id = :run AND p.symbol = :symbol AND p.timeframe = :timeframe
                              AND p.status <> 'open' AND p.exit_time > :first
                              AND p.exit_time <= CAST(:last AS timestamptz) + INTERVAL '1 day'
                            GROUP BY 1, 2),
                        points AS (
                            SELECT c.strategy_id,
                                   date_trunc('day', c.timestamp_utc - INTERVAL '1 millisecond', 'UTC') AS bucket,
                                   c.equity_value, c.current_drawdown_pct,
                                   max(c.equity_value) OVER (
                                       PARTITION BY c.strategy_id,
                                           date_trunc('day', c.timestamp_utc - INTERVAL '1 millisecond', 'UTC')
                                       ORDER BY c.timestamp_utc) AS peak
                            FROM fact_equity_curve c
                            WHERE c.run_id = :run AND c.symbol = :symbol AND c.timeframe = :timeframe
                              AND c.strategy_id = ANY (:strategies::int[]) AND c.timestamp_utc > :first
                              AND c.timestamp_utc <= CAST(:last AS timestamptz) + INTERVAL '1 day'),
                        falls AS MATERIALIZED (
                            SELECT strategy_id, bucket, min(current_drawdown_pct) AS since_start,
                                   min(equity_value / peak - 1) FILTER (WHERE peak > 0) * 100 AS deepest
                            FROM points GROUP BY 1, 2)
                        INSERT INTO fact_strategy_performance
                            (run_id, symbol, timeframe, strategy_id, date_utc, n_trades, n_wins, n_losses, gross_profit,
                             gross_loss, net_profit, total_fees, win_rate, profit_factor, daily_return_pct,
                             max_drawdown_pct, avg_hold_time_minutes, deepest_drawdown_pct)
                        SELECT :run, :symbol, :timeframe, day.strategy_id, (day.bucket AT TIME ZONE 'UTC')::date,
                               coalesce(t.n, 0), coalesce(t.wins, 0), coalesce(t.losses, 0), coalesce(t.profit, 0),
                               coalesce(t.loss, 0), coalesce(t.profit + t.loss, 0), coalesce(t.fees, 0),
                               t.wins::float8 / t.n, t.profit / nullif(-t.loss, 0),
                               (day.equity_value / nullif(coalesce(day.before, a.starting_capital), 0) - 1) * 100,
                               f.deepest, t.minutes, f.since_start
                        FROM day
                                 JOIN paper_account a
                                      ON a.run_id = :run AND a.symbol = :symbol AND a.timeframe = :timeframe
                                          AND a.strategy_id = day.strategy_id
                                 LEFT JOIN trades t ON t.strategy_id = day.strategy_id AND t.bucket = day.bucket
                                 LEFT JOIN falls f ON f.strategy_id = day.strategy_id AND f.bucket = day.bucket
                        ON CONFLICT (run_id, symbol, timeframe, strategy_id, date_utc) DO UPDATE
                        SET n_trades = excluded.n_trades, n_wins = excluded.n_wins, n_losses = excluded.n_losses,
                            gross_profit = excluded.gross_profit, gross_loss = excluded.gross_loss,
                            net_profit = excluded.net_profit, total_fees = excluded.total_fees,
                            win_rate = excluded.win_rate, profit_factor = excluded.profit_factor,
                            daily_return_pct = excluded.daily_return_pct, max_drawdown_pct = excluded.max_drawdown_pct,
                            avg_hold_time_minutes = excluded.avg_hold_time_minutes,
                            deepest_drawdown_pct = excluded.deepest_drawdown_pct
                        """)
                .param("run", run)
                .param("symbol", name.symbol())
                .param("timeframe", name.timeframe().name())
                .param("strategies", strategies.values().toArray(Integer[]::new))
                .param("first", TimeColumns.of(first))
                .param("last", TimeColumns.of(last))
                .update();
        ratios.write(run, name, strategies.values(), first, last);
    }

    private static Instant day(BookedBar booked) {
        return booked.bar().close().minusMillis(1).truncatedTo(ChronoUnit.DAYS);
    }
}
