package dev.tradesuite.signals.book.store;

import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.quant.performance.PerformanceSummary;
import dev.tradesuite.quant.performance.ReturnStatistics;
import dev.tradesuite.signals.book.SeriesName;
import dev.tradesuite.support.store.TimeColumns;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes volatility, Sharpe, Sortino and Calmar since the start of the account into the rows of days, from the last
 * points of the days. The formulas are those of {@link ReturnStatistics} and {@link PerformanceSummary} on returns of
 * UTC days, annual by the UTC days on which the market trades; what these call absent is absent here.
 *
 * <p>Each step is computed once, and the row of a day looked up by its key: of tables that are new the planner knows
 * nothing, and would compute or read all for every row.
 */
@Component
class JdbcRatioRows {

    /** Deviations below it are rounding. */
    private static final double ROUNDING = 1e-12;

    private final JdbcClient jdbc;
    private final InstrumentCatalog catalog;
    private final MarketHours hours;

    JdbcRatioRows(JdbcClient jdbc, InstrumentCatalog catalog, MarketHours hours) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.hours = hours;
    }

    /**
     * Writes those of some days, whose rows are there already.
     *
     * @param first start of the first day
     * @param last start of the last day
     */
    void write(long run, SeriesName name, Collection<Integer> strategies, Instant first, Instant last) {
        Instrument instrument = catalog.find(name.symbol()).orElseThrow();
        jdbc.sql(
                        """
                        WITH ends AS MATERIALIZED (
                            SELECT d.strategy_id, d.bucket, d.timestamp_utc, d.equity_value::float8 AS equity,
                                   a.starting_capital::float8 AS capital, a.first_bar,
                                   least(d.current_drawdown_pct,
                                         (SELECT p.deepest_drawdown_pct FROM fact_strategy_performance p
                                          WHERE p.run_id = d.run_id AND p.symbol = d.symbol
                                            AND p.timeframe = d.timeframe AND p.strategy_id = d.strategy_id
                                            AND p.date_utc = (d.bucket AT TIME ZONE 'UTC')::date)) AS deepest
                            FROM fact_equity_curve_1d d
                                     JOIN paper_account a USING (run_id, symbol, timeframe, strategy_id)
                            WHERE d.run_id = :run AND d.symbol = :symbol AND d.timeframe = :timeframe
                              AND d.strategy_id = ANY (:strategies::int[]) AND d.bucket <= :last),
                        returns AS (
                            SELECT e.*,
                                   equity / nullif(coalesce(lag(equity) OVER account, capital), 0) - 1 AS gain
                            FROM ends e WINDOW account AS (PARTITION BY strategy_id ORDER BY bucket)),
                        figures AS MATERIALIZED (
                            SELECT strategy_id, bucket, equity / capital AS growth,
                                   extract(EPOCH FROM timestamp_utc - first_bar)::float8 / 86400 AS days,
                                   -min(deepest) OVER until / 100 AS deepest,
                                   min(equity) OVER until AS least,
                                   count(gain) OVER until AS n,
                                   avg(gain) OVER until AS mean,
                                   stddev_samp(gain) OVER until AS deviation,
                                   sqrt(avg(least(gain, 0) ^ 2) OVER until) AS downside
                            FROM returns
                            WINDOW until AS (PARTITION BY strategy_id ORDER BY bucket ROWS UNBOUNDED PRECEDING))
                        UPDATE fact_strategy_performance p
                        SET volatility_pct = CASE WHEN f.n >= :least AND f.least > 0
                                                  THEN f.deviation * sqrt(:year) * 100 END,
                            sharpe_ratio = CASE WHEN f.n >= :least AND f.least > 0 AND f.deviation > :rounding
                                                THEN f.mean / f.deviation * sqrt(:year) END,
                            sortino_ratio = CASE WHEN f.n >= :least AND f.least > 0 AND f.downside > 0
                                                 THEN f.mean / f.downside * sqrt(:year) END,
                            calmar_ratio = CASE WHEN f.days >= :shortest AND f.least > 0 AND f.deepest > 0
                                                THEN (f.growth ^ (365.25 / f.days) - 1) / f.deepest END
                        FROM figures f
                        WHERE p.run_id = :run AND p.symbol = :symbol AND p.timeframe = :timeframe
                          AND p.strategy_id = f.strategy_id AND p.date_utc = (f.bucket AT TIME ZONE 'UTC')::date
                          AND p.date_utc >= (CAST(:first AS timestamptz) AT TIME ZONE 'UTC')::date
                          AND f.bucket >= :first
                        """)
                .param("run", run)
                .param("symbol", name.symbol())
                .param("timeframe", name.timeframe().name())
                .param("strategies", strategies.toArray(Integer[]::new))
                .param("first", TimeColumns.of(first))
                .param("last", TimeColumns.of(last))
                .param("least", ReturnStatistics.MIN_RETURNS)
                .param("rounding", ROUNDING)
                .param("shortest", PerformanceSummary.SHORTEST_FOR_CALMAR.toDays())
                .param("year", (double)
                        hours.utcDays(instrument, last.atOffset(ZoneOffset.UTC).getYear()))
                .update();
    }
}
