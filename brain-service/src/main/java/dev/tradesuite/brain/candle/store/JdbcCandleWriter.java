package dev.tradesuite.brain.candle.store;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.candle.CandleEvents;
import dev.tradesuite.brain.candle.CandleEvents.CandleNews;
import dev.tradesuite.brain.candle.CandleEvents.DoubtfulCandle;
import dev.tradesuite.brain.candle.CandleEvents.NewCandle;
import dev.tradesuite.brain.candle.CandleFlag;
import dev.tradesuite.brain.candle.CandleRemover;
import dev.tradesuite.brain.candle.CandleWriter;
import dev.tradesuite.brain.candle.ImportOrder;
import dev.tradesuite.brain.candle.ImportOrder.Announcing;
import dev.tradesuite.brain.candle.ImportResult;
import dev.tradesuite.brain.candle.RefusedRow;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.candle.Slots;
import dev.tradesuite.brain.candle.SymbolMerge;
import dev.tradesuite.brain.candle.store.JdbcCandlePlausibility.Doubt;
import dev.tradesuite.brain.candle.store.JdbcCandlePlausibility.Flagged;
import dev.tradesuite.brain.candle.store.JdbcCandlePlausibility.Judged;
import dev.tradesuite.contracts.brain.RowRefusal;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.support.store.TimeColumns;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores candles with one statement that judges every row against what is stored and writes the new candles. A few rows
 * are its parameters; many are copied into a temporary table first.
 *
 * <p>The rows of {@code candle_series} are locked before rows are judged, in the order of the symbols, so two writers
 * of the same series take turns and never wait for each other in a circle. While a slow sender is still sending,
 * nothing but its own temporary table is held.
 */
@Repository
class JdbcCandleWriter implements CandleWriter, CandleRemover {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final UnitOfWork work;
    private final JdbcCandlePartitions partitions;
    private final JdbcCandlePlausibility plausibility;
    private final CandleEvents events;

    JdbcCandleWriter(
            DataSource dataSource,
            JdbcClient jdbc,
            UnitOfWork work,
            JdbcCandlePartitions partitions,
            JdbcCandlePlausibility plausibility,
            CandleEvents events) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.work = work;
        this.partitions = partitions;
        this.plausibility = plausibility;
        this.events = events;
    }

    @Override
    public Merge write(ImportOrder order, Consumer<Staging> rows) {
        return work.durable(() -> {
            try (StagedRows staged = new StagedRows(dataSource)) {
                rows.accept(staged);
                staged.complete();
                return staged.isEmpty() ? new Merge(List.of(), List.of()) : merge(order, staged);
            }
        });
    }

    @Override
    public int removeBefore(SeriesKey key, Instant openTime) {
        return work.durable(() -> {
            jdbc.sql("SELECT FROM candle_series WHERE symbol = :symbol AND timeframe = :timeframe FOR UPDATE")
                    .param("symbol", key.symbol())
                    .param("timeframe", key.timeframe().name())
                    .query((_, _) -> true)
                    .list();
            int removed = jdbc.sql(
                            """
                            DELETE FROM candle
                             WHERE symbol = :symbol AND timeframe = :timeframe AND open_time < :openTime
                            """)
                    .param("symbol", key.symbol())
                    .param("timeframe", key.timeframe().name())
                    .param("openTime", TimeColumns.of(openTime))
                    .update();
            jdbc.sql(
                            """
                            UPDATE candle_series
                               SET first_open = (SELECT min(open_time) FROM candle
                                                  WHERE symbol = :symbol AND timeframe = :timeframe),
                                   price_open = CASE WHEN price_open >= :openTime THEN price_open END,
                                   candle_count = candle_count - :removed,
                                   version = nextval('candle_version'),
                                   history_version = nextval('candle_version')
                             WHERE symbol = :symbol AND timeframe = :timeframe
                            """)
                    .param("symbol", key.symbol())
                    .param("timeframe", key.timeframe().name())
                    .param("openTime", TimeColumns.of(openTime))
                    .param("removed", removed)
                    .update();
            return removed;
        });
    }

    private Merge merge(ImportOrder order, StagedRows staged) {
        partitions.ensure(staged.first(), staged.last());
        Map<String, Series> before = lockSeries(order.timeframe(), staged.symbols());
        Map<String, List<Instant>> replaced = new TreeMap<>();
        Merge merge = judgeAndWrite(order, staged, replaced);
        List<SymbolMerge> symbols = new ArrayList<>();
        List<CandleNews> news = new ArrayList<>();
        for (SymbolMerge symbol : merge.symbols()) {
            if (symbol.stored() + symbol.replaced() == 0) {
                symbols.add(symbol);
                continue;
            }
            SeriesKey key = new SeriesKey(symbol.symbol(), order.timeframe());
            Series old = before.getOrDefault(symbol.symbol(), Series.NEW);
            Judged judged = plausibility.judge(key, staged.first(), staged.last());
            Series now = updateSeries(key, symbol, judged, old);
            news.addAll(
                    news(order, key, new Written(old, now, judged, replaced.getOrDefault(symbol.symbol(), List.of()))));
            symbols.add(symbol.withImplausible(judged.doubted().size()));
        }
        if (!news.isEmpty()) {
            events.announce(news);
        }
        return new Merge(symbols, merge.refusals());
    }

    /** Waits for other writers of these series; afterwards nobody else changes them until the commit. */
    private Map<String, Series> lockSeries(Timeframe timeframe, List<String> symbols) {
        jdbc.sql(
                        """
                        INSERT INTO candle_series (symbol, timeframe)
                        SELECT symbol, :timeframe FROM unnest(:symbols::text[]) AS s(symbol) ORDER BY symbol
                        ON CONFLICT DO NOTHING
                        """)
                .param("timeframe", timeframe.name())
                .param("symbols", symbols.toArray(String[]::new))
                .update();
        Map<String, Series> before = new TreeMap<>();
        jdbc.sql(
                        """
                        SELECT symbol, last_open, price_open, last_close
                          FROM candle_series
                         WHERE timeframe = :timeframe AND symbol = ANY (:symbols::text[])
                         ORDER BY symbol
                           FOR UPDATE
                        """)
                .param("timeframe", timeframe.name())
                .param("symbols", symbols.toArray(String[]::new))
                .query(row -> {
                    before.put(row.getString("symbol"), Series.of(row));
                });
        return before;
    }

    /** @param replaced takes the open times of the replaced candles by symbol, when each of them is announced */
    private Merge judgeAndWrite(ImportOrder order, StagedRows staged, Map<String, List<Instant>> replaced) {
        Map<String, Counts> counts = new TreeMap<>();
        List<RefusedRow> refusals = new ArrayList<>();
        judging(staged)
                .param("timeframe", order.timeframe().name())
                .param("length", order.timeframe().length().toMillis())
                .param("apart", Slots.leastDistance(order.timeframe()).toMillis())
                .param("source", order.source())
                .param("policy", order.onConflict().name())
                .param("symbols", staged.symbols().toArray(String[]::new))
                .param(
                        "from",
                        TimeColumns.of(staged.first().minus(order.timeframe().length())))
                .param("to", TimeColumns.of(staged.last().plus(order.timeframe().length())))
                .param("flat", CandleFlag.FLAT.bit())
                .param("zeroVolume", CandleFlag.ZERO_VOLUME.bit())
                .param("timeMoved", CandleFlag.TIME_MOVED.bit())
                .param("reported", ImportResult.REPORTED_REFUSALS)
                .param("everyReplaced", order.announcing() == Announcing.EVERY_NEWER)
                .query(row -> {
                    String symbol = row.getString("symbol");
                    Outcome outcome = Outcome.valueOf(row.getString("outcome"));
                    if (row.getObject("line") == null) {
                        counts.computeIfAbsent(symbol, _ -> new Counts()).put(outcome, row);
                    } else if (outcome == Outcome.REPLACED) {
                        replaced.computeIfAbsent(symbol, _ -> new ArrayList<>())
                                .add(Instant.parse(row.getString("open_time")));
                    } else {
                        refusals.add(refusal(symbol, outcome, row));
                    }
                });
        return new Merge(
                counts.entrySet().stream()
                        .map(symbol -> symbol.getValue().of(symbol.getKey()))
                        .toList(),
                refusals);
    }

    private JdbcClient.StatementSpec judging(StagedRows staged) {
        if (!staged.areInTable()) {
            return jdbc.sql(MergeSql.OF_ROWS).params(staged.columns());
        }
        MergeSql.SETTINGS.forEach(setting -> jdbc.sql(setting).update());
        return jdbc.sql(MergeSql.OF_TABLE);
    }

    private static RefusedRow refusal(String symbol, Outcome outcome, ResultSet row) throws SQLException {
        return switch (outcome) {
            case OVERLAPPING ->
                new RefusedRow(
                        row.getLong("line"),
                        RowRefusal.OVERLAPPING,
                        symbol + " of " + row.getString("open_time") + " overlaps the candle of "
                                + row.getString("kept_time"));
            case CONFLICTING ->
                new RefusedRow(
                        row.getLong("line"),
                        RowRefusal.CONFLICTING_DUPLICATE,
                        symbol + " of " + row.getString("open_time") + ": found " + row.getString("prices") + ", kept "
                                + row.getString("kept_prices"));
            case STORED, REPLACED, DUPLICATE -> throw new IllegalStateException(outcome + " is no refusal");
        };
    }

    /** Brings the state of a series up to date; costs a look at its ends, not at all of it. */
    private Series updateSeries(SeriesKey key, SymbolMerge written, Judged judged, Series before) {
        return jdbc.sql(
                        """
                        UPDATE candle_series s
                           SET first_open = ends.first_open,
                               last_open = ends.last_open,
                               price_open = price.open_time,
                               last_close = price.close,
                               candle_count = s.candle_count + :stored,
                               version = nextval('candle_version'),
                               history_version = CASE WHEN :replaced > 0 OR :judgedAnew OR ends.newer < :stored
                                                      THEN nextval('candle_version') ELSE s.history_version END
                          FROM (SELECT (SELECT open_time FROM candle
                                         WHERE symbol = :symbol AND timeframe = :timeframe
                                         ORDER BY open_time LIMIT 1) AS first_open,
                                       (SELECT open_time FROM candle
                                         WHERE symbol = :symbol AND timeframe = :timeframe
                                         ORDER BY open_time DESC LIMIT 1) AS last_open,
                                       (SELECT count(*) FROM candle
                                         WHERE symbol = :symbol AND timeframe = :timeframe
                                           AND open_time > coalesce(:before::timestamptz, '-infinity')) AS newer) AS ends
                          LEFT JOIN LATERAL (SELECT open_time, close FROM candle
                                              WHERE symbol = :symbol AND timeframe = :timeframe AND flags & 8 = 0
                                              ORDER BY open_time DESC LIMIT 1) AS price ON TRUE
                         WHERE s.symbol = :symbol AND s.timeframe = :timeframe
                        RETURNING s.last_open, s.price_open, s.last_close
                        """)
                .param("symbol", key.symbol())
                .param("timeframe", key.timeframe().name())
                .param("stored", written.stored())
                .param("replaced", written.replaced())
                .param("judgedAnew", judged.changesBefore(before.lastOpen()))
                .param("before", before.lastOpen())
                .query((row, _) -> Series.of(row))
                .single();
    }

    /** What is said of a write, oldest candle first. */
    private List<CandleNews> news(ImportOrder order, SeriesKey key, Written written) {
        List<CandleNews> news =
                switch (order.announcing()) {
                    case EVERY_NEWER -> everyNewer(order, key, written);
                    case NEWEST_ONLY -> newestOnly(order, key, written);
                };
        news.sort(Comparator.comparing(candle -> candle.candle().openTime()));
        return news;
    }

    private List<CandleNews> everyNewer(ImportOrder order, SeriesKey key, Written written) {
        List<CandleNews> news = new ArrayList<>();
        Set<Instant> told = new HashSet<>();
        for (Flagged confirmed : written.judged().confirmed()) {
            told.add(confirmed.candle().openTime());
            news.add(new NewCandle(key.symbol(), key.timeframe(), confirmed.candle(), confirmed.source()));
        }
        for (Candle candle : plausible(key, written.before().lastOpenOr("-infinity"), written.replaced())) {
            if (told.add(candle.openTime())) {
                news.add(new NewCandle(key.symbol(), key.timeframe(), candle, order.source()));
            }
        }
        for (Doubt doubt : written.judged().doubted()) {
            news.add(doubtful(key, doubt));
        }
        return news;
    }

    /** A file of history is no news, but the price that counts after it is, and a newest candle that does not count. */
    private List<CandleNews> newestOnly(ImportOrder order, SeriesKey key, Written written) {
        List<CandleNews> news = new ArrayList<>();
        Series now = written.now();
        if (now.priceOpen() != null && !now.hasThePriceOf(written.before())) {
            for (Candle candle :
                    plausible(key, "infinity", List.of(now.priceOpen().toInstant()))) {
                news.add(new NewCandle(key.symbol(), key.timeframe(), candle, order.source()));
            }
        }
        for (Doubt doubt : written.judged().doubted()) {
            if (now.lastOpen() != null
                    && doubt.candle().openTime().equals(now.lastOpen().toInstant())) {
                news.add(doubtful(key, doubt));
            }
        }
        return news;
    }

    private static DoubtfulCandle doubtful(SeriesKey key, Doubt doubt) {
        return new DoubtfulCandle(key.symbol(), key.timeframe(), doubt.candle(), doubt.source(), doubt.lastClose());
    }

    /** Candles after a moment that are not implausible, and those of the times that are not. */
    private List<Candle> plausible(SeriesKey key, String after, List<Instant> times) {
        return jdbc.sql(
                        """
                        SELECT open_time, open, high, low, close, volume
                          FROM candle
                         WHERE symbol = :symbol AND timeframe = :timeframe AND flags & 8 = 0
                           AND (open_time > :after::timestamptz OR open_time = ANY (:times::timestamptz[]))
                        """)
                .param("symbol", key.symbol())
                .param("timeframe", key.timeframe().name())
                .param("after", after)
                .param("times", times.stream().map(Instant::toString).toArray(String[]::new))
                .query((row, _) -> JdbcCandleReader.candle(row))
                .list();
    }

    /**
     * State of a series.
     *
     * @param lastOpen open time of the newest candle; absent without any
     * @param priceOpen open time of the newest candle that is not implausible
     * @param lastClose its close
     */
    private record Series(
            @Nullable OffsetDateTime lastOpen, @Nullable OffsetDateTime priceOpen, @Nullable BigDecimal lastClose) {

        static final Series NEW = new Series(null, null, null);

        static Series of(ResultSet row) throws SQLException {
            return new Series(
                    row.getObject("last_open", OffsetDateTime.class),
                    row.getObject("price_open", OffsetDateTime.class),
                    row.getBigDecimal("last_close"));
        }

        /** Open time of the newest candle as PostgreSQL writes it. */
        String lastOpenOr(String otherwise) {
            return lastOpen == null ? otherwise : lastOpen.toString();
        }

        /** Whether nothing newer counts than in an earlier state, and not at another price. */
        boolean hasThePriceOf(Series before) {
            if (priceOpen == null || before.priceOpen() == null || before.lastClose() == null || lastClose == null) {
                return false;
            }
            return priceOpen.isEqual(before.priceOpen()) && lastClose.compareTo(before.lastClose()) == 0;
        }
    }

    /**
     * A series after a write.
     *
     * @param replaced open times of the candles given other prices, when each is announced
     */
    private record Written(Series before, Series now, Judged judged, List<Instant> replaced) {}

    /** What {@link MergeSql} says of a row. */
    private enum Outcome {
        STORED,
        REPLACED,
        DUPLICATE,
        CONFLICTING,
        OVERLAPPING
    }

    /** Sums of one symbol. */
    private static final class Counts {

        private final Map<Outcome, Long> rows = new EnumMap<>(Outcome.class);
        private long flat;
        private long zeroVolume;
        private long timeMoved;
        private long withoutVolume;
        private long adjusted;

        void put(Outcome outcome, ResultSet row) throws SQLException {
            rows.put(outcome, row.getLong("rows"));
            if (outcome == Outcome.STORED || outcome == Outcome.REPLACED) {
                flat += row.getLong("flat");
                zeroVolume += row.getLong("zero_volume");
                timeMoved += row.getLong("time_moved");
                withoutVolume += row.getLong("without_volume");
                adjusted += row.getLong("adjusted");
            }
        }

        SymbolMerge of(String symbol) {
            return new SymbolMerge(
                    symbol,
                    rows(Outcome.STORED),
                    rows(Outcome.REPLACED),
                    rows(Outcome.DUPLICATE),
                    rows(Outcome.CONFLICTING),
                    rows(Outcome.OVERLAPPING),
                    flat,
                    zeroVolume,
                    timeMoved,
                    withoutVolume,
                    adjusted,
                    0);
        }

        private long rows(Outcome outcome) {
            return rows.getOrDefault(outcome, 0L);
        }
    }
}
