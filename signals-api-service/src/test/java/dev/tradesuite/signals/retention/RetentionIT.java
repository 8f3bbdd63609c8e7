package dev.tradesuite.signals.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.support.store.TimeColumns;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What is old goes and what is not stays, in the tables themselves; each test takes back what it did. */
@SuiteIntegrationTest
@Transactional
class RetentionIT {

    private static final List<String> OF_RUN = List.of(
            "fact_strategy_signals",
            "fact_equity_curve",
            "fact_equity_curve_1h",
            "fact_equity_curve_1d",
            "fact_strategy_performance",
            "fact_strategy_positions",
            "paper_account",
            "series_price",
            "job",
            "run");

    @Autowired
    ModelRetention retention;

    @Autowired
    JdbcClient jdbc;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);

    @Test
    void aBacktestGoesWithAllItLeftHalfAYearAfterItEnded() {
        long old = run("BACKTEST", now.minus(Duration.ofDays(181)));
        long younger = run("BACKTEST", now.minus(Duration.ofDays(179)));
        long imported = run("IMPORT", now.minus(Duration.ofDays(2000)));
        for (long run : new long[] {old, younger, imported}) {
            leave(run, "GBPNZD", now.minus(Duration.ofDays(200)), 40);
            leaveMore(run, "GBPNZD");
        }
        long before = rowsOf(younger);

        retention.remove(() -> false);

        assertThat(rowsOf(old)).isZero();
        assertThat(rowsOf(younger)).isEqualTo(before);
        assertThat(rowsOf(imported)).isEqualTo(before);
    }

    @Test
    void oldPointsOfLiveAccountsGoAndTheNewestTheTradesAndTheRollUpsStay() {
        Instant old = Instant.parse("2019-03-20T00:00:00Z");
        months("2019-03-01", "2019-06-01");
        leave(0, "GBPCAD", old, 30);
        leave(0, "GBPCAD", now.minus(Duration.ofDays(1)), 10);
        leaveMore(0, "GBPCAD");
        // Nothing has come for this one since May 2019: its last point is where it stands.
        leave(0, "GBPAUD", Instant.parse("2019-05-02T00:00:00Z"), 20);
        long imported = run("IMPORT", now);
        leave(imported, "GBPCAD", Instant.parse("2019-04-02T00:00:00Z"), 10);

        retention.remove(() -> false);

        assertThat(part("fact_equity_curve_y2019m03")).isFalse();
        assertThat(part("fact_strategy_signals_y2019m03")).isFalse();
        assertThat(part("fact_equity_curve_y2019m04")).isTrue();
        for (String table : List.of("fact_strategy_signals", "fact_equity_curve")) {
            assertThat(count(table, 0, "GBPCAD")).as(table).isEqualTo(10);
            assertThat(count(table, 0, "GBPAUD")).as(table).isEqualTo(1);
            assertThat(count(table, imported, "GBPCAD")).as(table).isEqualTo(10);
        }
        assertThat(count("fact_equity_curve_1h", 0, "GBPCAD")).isEqualTo(1);
        assertThat(count("fact_strategy_positions", 0, "GBPCAD")).isEqualTo(1);
        assertThat(count("fact_strategy_performance", 0, "GBPCAD")).isEqualTo(1);
        assertThat(jdbc.sql("SELECT count(*) FROM vw_portfolio_summary WHERE symbol = 'GBPAUD' AND current_equity"
                                + " = 10000")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ofOldClosesTheLastOfEachDayStaysAndWhatARunStillNeeds() {
        Instant old = Instant.parse("2018-01-02T00:00:00Z");
        closes("GBPSGD", old, 48);
        closes("GBPNOK", old, 48);
        long imported = run("IMPORT", now);
        leave(imported, "GBPNOK", old, 48);

        retention.remove(() -> false);

        // Hourly closes of two days: 00:00 is the end of the day before, so three days have a last one.
        assertThat(jdbc.sql("SELECT to_char(timestamp_utc AT TIME ZONE 'UTC', 'DD HH24') FROM series_close"
                                + " WHERE symbol = 'GBPSGD' ORDER BY timestamp_utc")
                        .query(String.class)
                        .list())
                .containsExactly("02 00", "03 00", "03 23");
        assertThat(jdbc.sql("SELECT count(*) FROM series_close WHERE symbol = 'GBPNOK'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(48);
    }

    @Test
    void oneInstanceDoesItOnceADay() {
        assertThat(jdbc.sql(
                                """
                        SELECT count(*) FROM scheduled_tasks
                        WHERE task_name = 'model-retention' AND to_char(execution_time AT TIME ZONE 'UTC', 'HH24:MI') = '03:20'
                        """)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private long run(String kind, Instant ended) {
        return jdbc.sql("INSERT INTO run (kind, state, ended_at) VALUES (:kind, 'DONE', :ended) RETURNING run_id")
                .param("kind", kind)
                .param("ended", TimeColumns.of(ended))
                .query(Long.class)
                .single();
    }

    private void months(String first, String last) {
        jdbc.sql("SELECT ensure_dw_partitions(CAST('%s' AS date), CAST('%s' AS date))".formatted(first, last))
                .query((_, _) -> 0)
                .list();
    }

    /** An account with a signal and a point an hour. */
    private void leave(long run, String symbol, Instant from, int hours) {
        update(
                """
                INSERT INTO paper_account (run_id, symbol, timeframe, strategy_id, starting_capital, cash, peak_equity,
                                           first_bar, last_bar)
                VALUES (:run, :symbol, 'H1', 1, 10000, 10000, 10000, CAST(:from AS timestamptz) - INTERVAL '1 hour',
                        CAST(:from AS timestamptz) + :hours * INTERVAL '1 hour' - INTERVAL '2 hours')
                ON CONFLICT (run_id, symbol, timeframe, strategy_id) DO UPDATE SET last_bar = excluded.last_bar
                """,
                run,
                symbol,
                from,
                hours);
        update(
                """
                INSERT INTO fact_strategy_signals (run_id, symbol, timeframe, strategy_id, timestamp_utc, signal, side,
                                                   confidence, size, reasoning, model_version, proxy, label)
                SELECT :run, :symbol, 'H1', 1, CAST(:from AS timestamptz) + n * INTERVAL '1 hour', 'flat', 'hold', 0, 0,
                       'For a test.', 'rule-1', true, 'PAPER'
                FROM generate_series(0, :hours - 1) n
                """,
                run,
                symbol,
                from,
                hours);
        update(
                """
                INSERT INTO fact_equity_curve (run_id, symbol, timeframe, strategy_id, timestamp_utc, equity_value, cash,
                                               unrealized_pnl, return_since_start_pct, current_drawdown_pct, label)
                SELECT :run, :symbol, 'H1', 1, CAST(:from AS timestamptz) + n * INTERVAL '1 hour', 10000, 10000, 0, 0, 0,
                       'PAPER'
                FROM generate_series(0, :hours - 1) n
                """,
                run,
                symbol,
                from,
                hours);
    }

    private void update(String sql, long run, String symbol, Instant from, int hours) {
        jdbc.sql(sql)
                .param("run", run)
                .param("symbol", symbol)
                .param("from", TimeColumns.of(from))
                .param("hours", hours)
                .update();
    }

    /** A row in each of the other tables, as old as a run can be. */
    private void leaveMore(long run, String symbol) {
        List<String> rows = List.of(
                """
                fact_equity_curve_1h (run_id, symbol, timeframe, strategy_id, bucket, timestamp_utc, equity_value,
                                      return_since_start_pct, current_drawdown_pct)
                VALUES (:run, :symbol, 'H1', 1, '2019-03-20T00:00:00Z', '2019-03-20T01:00:00Z', 10000, 0, 0)
                """,
                """
                fact_equity_curve_1d (run_id, symbol, timeframe, strategy_id, bucket, timestamp_utc, equity_value,
                                      return_since_start_pct, current_drawdown_pct)
                VALUES (:run, :symbol, 'H1', 1, '2019-03-20T00:00:00Z', '2019-03-20T01:00:00Z', 10000, 0, 0)
                """,
                """
                fact_strategy_performance (run_id, symbol, timeframe, strategy_id, date_utc, n_trades, n_wins, n_losses,
                                           gross_profit, gross_loss, net_profit, total_fees)
                VALUES (:run, :symbol, 'H1', 1, '2019-03-20', 0, 0, 0, 0, 0, 0, 0)
                """,
                """
                fact_strategy_positions (run_id, symbol, timeframe, strategy_id, side, status, quantity, notional_usd,
                                         entry_price, entry_time, exit_price, exit_time, current_price, realized_pnl, label)
                VALUES (:run, :symbol, 'H1', 1, 'long', 'closed', 1, 1, 1, '2019-03-20T00:00:00Z', 1,
                        '2019-03-20T01:00:00Z', 1, 0, 'PAPER')
                """,
                """
                series_price (run_id, symbol, timeframe, timestamp_utc, price)
                VALUES (:run, :symbol, 'H1', '2019-03-20T01:00:00Z', 1)
                """);
        for (String row : rows) {
            jdbc.sql("INSERT INTO " + row)
                    .param("run", run)
                    .param("symbol", symbol)
                    .update();
        }
        if (run > 0) {
            jdbc.sql(
                            """
                            WITH added AS (
                                INSERT INTO job (kind, timeframe, range_from, range_to, run_id, created_at)
                                VALUES ('BACKTEST', 'H1', '2019-01-01T00:00:00Z', '2019-02-01T00:00:00Z', :run, now())
                                RETURNING job_id)
                            INSERT INTO job_part (job_id, symbol, state, updated_at, ended_at)
                            SELECT job_id, :symbol, 'DONE', now(), now() FROM added
                            """)
                    .param("run", run)
                    .param("symbol", symbol)
                    .update();
        }
    }

    private void closes(String symbol, Instant from, int hours) {
        jdbc.sql(
                        """
                        INSERT INTO series_close (symbol, timeframe, timestamp_utc, price)
                        SELECT :symbol, 'H1', CAST(:from AS timestamptz) + n * INTERVAL '1 hour', 1
                        FROM generate_series(0, :hours - 1) n
                        """)
                .param("symbol", symbol)
                .param("from", TimeColumns.of(from))
                .param("hours", hours)
                .update();
    }

    private long rowsOf(long run) {
        return OF_RUN.stream()
                .mapToLong(table -> jdbc.sql("SELECT count(*) FROM %s WHERE run_id = %d".formatted(table, run))
                        .query(Long.class)
                        .single())
                .sum();
    }

    private int count(String table, long run, String symbol) {
        return jdbc.sql("SELECT count(*) FROM %s WHERE run_id = :run AND symbol = :symbol".formatted(table))
                .param("run", run)
                .param("symbol", symbol)
                .query(Integer.class)
                .single();
    }

    private boolean part(String name) {
        return jdbc.sql("SELECT to_regclass(:name) IS NOT NULL")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }
}
