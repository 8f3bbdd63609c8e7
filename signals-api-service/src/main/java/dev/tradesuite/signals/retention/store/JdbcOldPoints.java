package dev.tradesuite.signals.retention.store;

import dev.tradesuite.signals.retention.RetentionStore.RunAccount;
import dev.tradesuite.signals.retention.RetentionStore.SeriesMonth;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Old rows of the two time series. Whole months go with their partition; single rows by the key, some days of one
 * account at a time, which is the same on hypertables.
 */
@Component
class JdbcOldPoints {

    private static final List<String> TABLES = List.of("fact_strategy_signals", "fact_equity_curve");

    private static final String KEY =
            " WHERE run_id = :run AND symbol = :symbol AND timeframe = :timeframe AND strategy_id = :strategy";

    /** Of one account in one transaction. */
    private static final Duration AT_A_TIME = Duration.ofDays(10);

    /** As {@code ensure_dw_partitions} names them. */
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("'y'uuuu'm'MM", Locale.ROOT);

    private final JdbcClient jdbc;

    JdbcOldPoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account of a run and its oldest row. */
    private record Oldest(long run, RunAccount account, Instant at) {}

    List<SeriesMonth> monthsBefore(Instant moment) {
        return TABLES.stream()
                .flatMap(table -> parts(table).stream())
                .filter(month -> !month.to().isAfter(moment) && isForgettable(month))
                .toList();
    }

    private List<SeriesMonth> parts(String table) {
        return jdbc.sql(
                        """
                        SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                        WHERE i.inhparent = CAST(:table AS regclass) AND c.relkind = 'r'
                          AND c.relname ~ ('^' || :table || '_y[0-9]{4}m[0-9]{2}$')
                        ORDER BY c.relname
                        """)
                .param("table", table)
                .query((row, _) -> month(table, row.getString("relname")))
                .list();
    }

    private static SeriesMonth month(String table, String part) {
        YearMonth month = YearMonth.parse(part.substring(table.length() + 1), MONTH);
        return new SeriesMonth(table, part, begin(month), begin(month.plusMonths(1)));
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** No row of another run, and not the newest of a live account, whose bar may have opened a day earlier. */
    private boolean isForgettable(SeriesMonth month) {
        return jdbc.sql(
                        """
                        SELECT NOT EXISTS (SELECT FROM %s WHERE run_id > 0)
                           AND NOT EXISTS (SELECT FROM paper_account
                                           WHERE run_id = 0 AND last_bar >= CAST(:from AS timestamptz) - INTERVAL '2 days'
                                             AND last_bar < :to)
                        """
                                .formatted(month.part()))
                .param("from", TimeColumns.of(month.from()))
                .param("to", TimeColumns.of(month.to()))
                .query(Boolean.class)
                .single();
    }

    /** Who writes rows locks the whole before its part, and so does this. */
    void drop(SeriesMonth month) {
        jdbc.sql("LOCK TABLE ONLY %s IN ACCESS EXCLUSIVE MODE".formatted(month.table()))
                .update();
        if (isForgettable(month)) {
            jdbc.sql("DROP TABLE " + month.part()).update();
        }
    }

    boolean removeSome(RunAccount account, Instant before) {
        return TABLES.stream().anyMatch(table -> removeSome(table, account, before));
    }

    private boolean removeSome(String table, RunAccount account, Instant before) {
        Optional<Instant> oldest = end(table, account, "min");
        Optional<Instant> newest = end(table, account, "max");
        if (oldest.isEmpty() || newest.isEmpty()) {
            return false;
        }
        Instant until = newest.get().isBefore(before) ? newest.get() : before;
        return oldest.get().isBefore(until) && remove(table, new Oldest(0, account, oldest.get()), until);
    }

    private Optional<Instant> end(String table, RunAccount account, String which) {
        return of(0, account, "SELECT %s(timestamp_utc) AS at FROM %s%s".formatted(which, table, KEY))
                .query((row, _) -> Optional.ofNullable(TimeColumns.instantOrNull(row, "at")))
                .single();
    }

    boolean removeSomeOf(long run) {
        return TABLES.stream().anyMatch(table -> oldest(table, run)
                .map(oldest -> remove(table, oldest, Instant.MAX))
                .orElse(false));
    }

    private Optional<Oldest> oldest(String table, long run) {
        return jdbc.sql(
                        """
                        SELECT symbol, timeframe, strategy_id, timestamp_utc FROM %s WHERE run_id = :run
                        ORDER BY symbol, timeframe, strategy_id, timestamp_utc LIMIT 1
                        """
                                .formatted(table))
                .param("run", run)
                .query((row, _) -> new Oldest(run, account(row), TimeColumns.instant(row, "timestamp_utc")))
                .optional();
    }

    private static RunAccount account(ResultSet row) throws SQLException {
        return new RunAccount(row.getString("symbol"), row.getString("timeframe"), row.getInt("strategy_id"));
    }

    private boolean remove(String table, Oldest oldest, Instant until) {
        Instant next = oldest.at().plus(AT_A_TIME);
        String days = " AND timestamp_utc >= :from AND timestamp_utc < :until";
        return of(oldest.run(), oldest.account(), "DELETE FROM %s%s%s".formatted(table, KEY, days))
                        .param("from", TimeColumns.of(oldest.at()))
                        .param("until", TimeColumns.of(next.isBefore(until) ? next : until))
                        .update()
                > 0;
    }

    private JdbcClient.StatementSpec of(long run, RunAccount account, String sql) {
        return jdbc.sql(sql)
                .param("run", run)
                .param("symbol", account.symbol())
                .param("timeframe", account.timeframe())
                .param("strategy", account.strategyId());
    }
}
