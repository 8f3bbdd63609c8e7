package dev.tradesuite.signals.book.store;

import dev.tradesuite.accounting.paper.PaperAccount;
import dev.tradesuite.accounting.paper.PaperRules;
import dev.tradesuite.signals.book.BookStore;
import dev.tradesuite.signals.book.BookedBar;
import dev.tradesuite.signals.book.ModelStep;
import dev.tradesuite.signals.book.PositionChange;
import dev.tradesuite.signals.book.SeriesName;
import dev.tradesuite.signals.book.SignalBar;
import dev.tradesuite.signals.book.StoredAccount;
import dev.tradesuite.support.store.LongWork;
import dev.tradesuite.support.store.TimeColumns;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/** Paper accounts in {@code paper_account}; what they leave is written by the writers beside this class. */
@Repository
class JdbcBookStore implements BookStore {

    /** Every table with rows of a series. */
    private static final List<String> OF_SERIES = List.of(
            "fact_strategy_signals",
            "fact_equity_curve",
            "fact_equity_curve_1h",
            "fact_equity_curve_1d",
            "fact_strategy_positions",
            "fact_strategy_performance",
            "series_price",
            "paper_account");

    private final DataSource database;
    private final JdbcClient jdbc;
    private final JdbcSeriesRows series;
    private final JdbcPositionRows positions;
    private final JdbcDayRows days;
    private final JdbcPriceRows prices;

    JdbcBookStore(
            DataSource database,
            JdbcClient jdbc,
            JdbcSeriesRows series,
            JdbcPositionRows positions,
            JdbcDayRows days,
            JdbcPriceRows prices) {
        this.database = database;
        this.jdbc = jdbc;
        this.series = series;
        this.positions = positions;
        this.days = days;
        this.prices = prices;
    }

    @Override
    public Optional<Instant> lastBar(long run, SeriesName name) {
        return jdbc
                .sql(
                        """
                        SELECT max(last_bar) AS last_bar FROM paper_account
                        WHERE run_id = :run AND symbol = :symbol AND timeframe = :timeframe
                        """)
                .param("run", run)
                .param("symbol", name.symbol())
                .param("timeframe", name.timeframe().name())
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(OffsetDateTime::toInstant)
                .findFirst();
    }

    @Override
    public Optional<Instant> coveredFrom(long run, SeriesName name) {
        return jdbc
                .sql(
                        """
                        SELECT min(coalesce(covered_from, first_bar)) FROM paper_account
                        WHERE run_id = :run AND symbol = :symbol AND timeframe = :timeframe
                        """)
                .param("run", run)
                .param("symbol", name.symbol())
                .param("timeframe", name.timeframe().name())
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(OffsetDateTime::toInstant)
                .findFirst();
    }

    /** Rows can be locked only where there are some; this also holds before the first bar and while all are removed. */
    private void lock(long run, SeriesName name) {
        allowLongWork();
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:series, 0))")
                .param("series", "books %d %s %s".formatted(run, name.symbol(), name.timeframe()))
                .query((_, _) -> 0)
                .list();
    }

    /** Another may hold the series for as long as it takes to remove an account with all it left. */
    private void allowLongWork() {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            LongWork.allow(connection);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("allow long work", null, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
        jdbc.sql("SET LOCAL lock_timeout = '2min'").update();
    }

    @Override
    public Map<String, StoredAccount> lock(long run, SeriesName name, PaperRules rules) {
        lock(run, name);
        Map<String, StoredAccount> accounts = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT s.strategy_code, a.starting_capital, a.cash, a.peak_equity, a.last_bar, a.last_signal,
                               a.ended, p.*
                        FROM paper_account a
                                 JOIN dim_strategy s USING (strategy_id)
                                 LEFT JOIN fact_strategy_positions p
                                           ON p.run_id = a.run_id AND p.symbol = a.symbol
                                               AND p.timeframe = a.timeframe AND p.strategy_id = a.strategy_id
                                               AND p.status = 'open'
                        WHERE a.run_id = :run AND a.symbol = :symbol AND a.timeframe = :timeframe
                        ORDER BY a.strategy_id
                        FOR UPDATE OF a
                        """)
                .param("run", run)
                .param("symbol", name.symbol())
                .param("timeframe", name.timeframe().name())
                .query((row, _) -> AccountRow.read(row, rules))
                .list()
                .forEach(account -> accounts.put(account.strategyCode(), account));
        return accounts;
    }

    @Override
    public List<PositionChange> write(long run, Map<String, StoredAccount> before, List<BookedBar> booked) {
        SeriesName name = booked.getFirst().bar().series();
        Map<String, Integer> strategies = strategies(before);
        ensurePartitions(booked);
        series.writeSignals(run, name, strategies, booked);
        series.writeEquity(run, name, strategies, booked);
        List<PositionChange> changes = positions.write(run, name, strategies, before, booked);
        accounts(run, name, strategies, booked);
        days.write(run, name, strategies, booked);
        prices.write(run, name, booked);
        return changes;
    }

    @Override
    public Optional<BigDecimal> correct(SignalBar bar) {
        return prices.correct(bar);
    }

    @Override
    public void begin(long run, SeriesName name, Instant coveredFrom) {
        jdbc.sql(
                        """
                        UPDATE paper_account SET covered_from = :from
                        WHERE run_id = :run AND symbol = :symbol AND timeframe = :timeframe
                        """)
                .param("from", TimeColumns.of(coveredFrom))
                .param("run", run)
                .param("symbol", name.symbol())
                .param("timeframe", name.timeframe().name())
                .update();
    }

    @Override
    public void clear(long run, SeriesName name) {
        lock(run, name);
        for (String table : OF_SERIES) {
            jdbc.sql("DELETE FROM %s WHERE run_id = :run AND symbol = :symbol AND timeframe = :timeframe"
                            .formatted(table))
                    .param("run", run)
                    .param("symbol", name.symbol())
                    .param("timeframe", name.timeframe().name())
                    .update();
        }
    }

    private Map<String, Integer> strategies(Map<String, StoredAccount> accounts) {
        Map<String, Integer> ids = new HashMap<>();
        jdbc.sql("SELECT strategy_code, strategy_id FROM dim_strategy WHERE strategy_code IN (:codes)")
                .param("codes", accounts.keySet())
                .query(row -> {
                    ids.put(row.getString("strategy_code"), row.getInt("strategy_id"));
                });
        for (String code : accounts.keySet()) {
            if (!ids.containsKey(code)) {
                throw new IllegalArgumentException("there is no strategy " + code);
            }
        }
        return ids;
    }

    private void ensurePartitions(List<BookedBar> booked) {
        jdbc.sql("SELECT ensure_dw_partitions(:first::timestamptz::date, :last::timestamptz::date)")
                .param("first", TimeColumns.of(booked.getFirst().bar().close()))
                .param("last", TimeColumns.of(booked.getLast().bar().close()))
                .query((_, _) -> 0)
                .list();
    }

    /** The accounts as the last bar left them. */
    private void accounts(long run, SeriesName name, Map<String, Integer> strategies, List<BookedBar> booked) {
        Map<String, PaperAccount> last = new LinkedHashMap<>();
        for (BookedBar bar : booked) {
            for (ModelStep step : bar.steps()) {
                last.put(step.said().strategyCode(), step.step().account());
            }
        }
        Columns<PaperAccount> accounts = new Columns<>(last.values());
        jdbc.sql(
                        """
                        INSERT INTO paper_account AS kept
                            (run_id, symbol, timeframe, strategy_id, starting_capital, cash, peak_equity, first_bar,
                             last_bar, last_signal, ended)
                        SELECT :run, :symbol, :timeframe, strategy, capital, cash, peak, :first, last_bar, signal, ended
                        FROM unnest(:strategies::int[], :capitals::text[]::numeric[], :cash::text[]::numeric[],
                                    :peaks::text[]::numeric[], :lastBars::text[]::timestamptz[], :signals::text[],
                                    :ended::boolean[])
                            AS new (strategy, capital, cash, peak, last_bar, signal, ended)
                        ON CONFLICT (run_id, symbol, timeframe, strategy_id) DO UPDATE
                        SET cash = excluded.cash, peak_equity = excluded.peak_equity, last_bar = excluded.last_bar,
                            last_signal = excluded.last_signal, ended = excluded.ended, version = kept.version + 1
                        """)
                .param("run", run)
                .param("symbol", name.symbol())
                .param("timeframe", name.timeframe().name())
                .param("first", TimeColumns.of(booked.getFirst().bar().open()))
                .param("strategies", last.keySet().stream().map(strategies::get).toArray(Integer[]::new))
                .param("capitals", accounts.texts(account -> account.funds().startingCapital()))
                .param("cash", accounts.texts(account -> account.funds().cash()))
                .param("peaks", accounts.texts(account -> account.funds().peakEquity()))
                .param("lastBars", accounts.texts(PaperAccount::lastBar))
                .param("signals", accounts.texts(PaperAccount::lastSignal))
                .param("ended", last.values().stream().map(PaperAccount::ended).toArray(Boolean[]::new))
                .update();
    }
}
