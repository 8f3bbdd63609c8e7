package dev.tradesuite.signals.book.store;

import dev.tradesuite.accounting.paper.PaperEquity;
import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.signals.book.BookedBar;
import dev.tradesuite.signals.book.ModelSaid;
import dev.tradesuite.signals.book.ModelStep;
import dev.tradesuite.signals.book.SeriesName;
import dev.tradesuite.signals.book.SignalBar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of every bar: signals, equity, and the last point of each hour and day. */
@Component
class JdbcSeriesRows {

    private final JdbcClient jdbc;
    private final JdbcCopies copies;
    private final JsonMapper json;

    JdbcSeriesRows(JdbcClient jdbc, JdbcCopies copies, JsonMapper json) {
        this.jdbc = jdbc;
        this.copies = copies;
        this.json = json;
    }

    /** One bar and one model. */
    private record Row(int strategy, SignalBar bar, ModelStep step) {

        ModelSaid said() {
            return step.said();
        }

        PaperEquity equity() {
            return step.step().equity();
        }
    }

    void writeSignals(long run, SeriesName name, Map<String, Integer> strategies, List<BookedBar> booked) {
        copies.write(
                "fact_strategy_signals",
                List.of(
                        "run_id",
                        "symbol",
                        "timeframe",
                        "strategy_id",
                        "timestamp_utc",
                        "signal",
                        "side",
                        "confidence",
                        "size",
                        "entry_price",
                        "stop_loss",
                        "take_profit",
                        "risk_usd",
                        "notional_usd",
                        "reasoning",
                        "invalidation_condition",
                        "features_snapshot",
                        "votes",
                        "model_version",
                        "proxy",
                        "abstained",
                        "label"),
                rows(strategies, booked),
                (row, line) -> {
                    ModelSaid said = row.said();
                    key(line, run, name, row);
                    line.add(lower(said.position()))
                            .add(side(said.position()))
                            .add(said.confidence())
                            .add(said.size())
                            .add(price(row, ModelSaid.Prices::entry))
                            .add(price(row, ModelSaid.Prices::stopLoss))
                            .add(price(row, ModelSaid.Prices::takeProfit))
                            .add(row.step().risk())
                            .add(row.step().notional())
                            .add(said.reasoning().text())
                            .add(said.reasoning().invalidation())
                            .add(json.writeValueAsString(said.features()))
                            .add(said.votes())
                            .add(said.origin().version())
                            .add(said.origin().proxy())
                            .add(said.origin().abstained())
                            .add(row.bar().label());
                });
    }

    void writeEquity(long run, SeriesName name, Map<String, Integer> strategies, List<BookedBar> booked) {
        List<Row> all = rows(strategies, booked);
        copies.write(
                "fact_equity_curve",
                List.of(
                        "run_id",
                        "symbol",
                        "timeframe",
                        "strategy_id",
                        "timestamp_utc",
                        "equity_value",
                        "cash",
                        "unrealized_pnl",
                        "return_since_start_pct",
                        "current_drawdown_pct",
                        "label"),
                all,
                (row, line) -> {
                    PaperEquity equity = row.equity();
                    key(line, run, name, row);
                    line.add(equity.equity())
                            .add(equity.funds().cash())
                            .add(equity.unrealizedPnl())
                            .add(equity.returnPercent())
                            .add(equity.drawdownPercent())
                            .add(row.bar().label());
                });
        writeRollUp("fact_equity_curve_1h", ChronoUnit.HOURS, run, name, all);
        writeRollUp("fact_equity_curve_1d", ChronoUnit.DAYS, run, name, all);
    }

    private static void key(CopyLine line, long run, SeriesName name, Row row) {
        line.add(run)
                .add(name.symbol())
                .add(name.timeframe())
                .add(row.strategy())
                .add(row.bar().close());
    }

    /** The last point of each bucket of a bar's close; the close at the end of an hour belongs to that hour. */
    private void writeRollUp(String table, ChronoUnit unit, long run, SeriesName name, List<Row> all) {
        Map<String, Row> last = new LinkedHashMap<>();
        all.forEach(row -> last.put(row.strategy() + "@" + bucket(row.bar(), unit), row));
        Columns<Row> rows = new Columns<>(last.values());
        jdbc.sql(
                        """
                        INSERT INTO %s
                            (run_id, symbol, timeframe, strategy_id, bucket, timestamp_utc, equity_value,
                             return_since_start_pct, current_drawdown_pct)
                        SELECT :run, :symbol, :timeframe, r.*
                        FROM unnest(:strategies::int[], :buckets::text[]::timestamptz[], :times::text[]::timestamptz[],
                                    :equities::text[]::numeric[], :returns::float8[], :drawdowns::float8[]) AS r
                        ON CONFLICT (run_id, symbol, timeframe, strategy_id, bucket) DO UPDATE
                        SET timestamp_utc = excluded.timestamp_utc, equity_value = excluded.equity_value,
                            return_since_start_pct = excluded.return_since_start_pct,
                            current_drawdown_pct = excluded.current_drawdown_pct
                        """
                                .formatted(table))
                .param("run", run)
                .param("symbol", name.symbol())
                .param("timeframe", name.timeframe().name())
                .param("strategies", rows.ints(Row::strategy))
                .param("buckets", rows.texts(row -> bucket(row.bar(), unit)))
                .param("times", rows.texts(row -> row.bar().close()))
                .param("equities", rows.texts(row -> row.equity().equity()))
                .param(
                        "returns",
                        rows.doubles(row -> row.equity().returnPercent().doubleValue()))
                .param(
                        "drawdowns",
                        rows.doubles(row -> row.equity().drawdownPercent().doubleValue()))
                .update();
    }

    private static Instant bucket(SignalBar bar, ChronoUnit unit) {
        return bar.close().minusMillis(1).truncatedTo(unit);
    }

    private static List<Row> rows(Map<String, Integer> strategies, Collection<BookedBar> booked) {
        List<Row> rows = new ArrayList<>();
        for (BookedBar bar : booked) {
            for (ModelStep step : bar.steps()) {
                rows.add(new Row(strategies.getOrDefault(step.said().strategyCode(), 0), bar.bar(), step));
            }
        }
        return rows;
    }

    private static @Nullable BigDecimal price(Row row, Function<ModelSaid.Prices, BigDecimal> which) {
        ModelSaid.Prices prices = row.said().prices();
        return prices == null ? null : which.apply(prices);
    }

    private static String side(PositionSignal position) {
        return switch (position) {
            case LONG -> "buy";
            case SHORT -> "sell";
            case FLAT, CLOSE -> "hold";
        };
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
