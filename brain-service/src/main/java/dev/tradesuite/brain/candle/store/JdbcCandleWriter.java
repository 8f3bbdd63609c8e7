package dev.tradesuite.brain.candle.store;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.candle.CandleEvents;
import dev.tradesuite.brain.candle.CandleEvents.NewCandle;
import dev.tradesuite.brain.candle.CandleFlag;
import dev.tradesuite.brain.candle.CandleRemover;
import dev.tradesuite.brain.candle.CandleWriter;
import dev.tradesuite.brain.candle.ImportOrder;
import dev.tradesuite.brain.candle.ImportResult;
import dev.tradesuite.brain.candle.RefusedRow;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.candle.Slots;
import dev.tradesuite.brain.candle.SymbolMerge;
import dev.tradesuite.contracts.brain.RowRefusal;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.support.store.TimeColumns;
import dev.tradesuite.support.store.UnitOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    private final CandleEvents events;

    JdbcCandleWriter(
            DataSource dataSource,
            JdbcClient jdbc,
            UnitOfWork work,
            JdbcCandlePartitions partitions,
            CandleEvents events) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.work = work;
        this.partitions = partitions;
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
                                   candle_count = candle_count - :removed,
                                   version = nextval('candle_version'),
                                   history_version = nextval('candle_version')
                             WHERE symbol = :symbol AND timeframe = :timeframe
                            """)
                    .param("symbol", key.symbol())
                    .param("timeframe", key.timeframe().name())
                    .param("removed", removed)
                    .update();
            return removed;
        });
    }

    private Merge merge(ImportOrder order, StagedRows staged) {
        partitions.ensure(staged.first(), staged.last());
        Map<String, Series> before = lockSeries(order.timeframe(), staged.symbols());
        Merge merge = judgeAndWrite(order, staged);
        updateSeries(order, merge, before);
        announce(order, merge, before);
        return merge;
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
                        SELECT symbol, last_open
                          FROM candle_series
                         WHERE timeframe = :timeframe AND symbol = ANY (:symbols::text[])
                         ORDER BY symbol
                           FOR UPDATE
                        """)
                .param("timeframe", timeframe.name())
                .param("symbols", symbols.toArray(String[]::new))
                .query(row -> {
                    before.put(row.getString("symbol"), new Series(row.getObject("last_open", OffsetDateTime.class)));
                });
        return before;
    }

    private Merge judgeAndWrite(ImportOrder order, StagedRows staged) {
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
                .query(row -> {
                    String symbol = row.getString("symbol");
                    Outcome outcome = Outcome.valueOf(row.getString("outcome"));
                    if (row.getObject("line") == null) {
                        counts.computeIfAbsent(symbol, _ -> new Counts()).put(outcome, row);
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

    /** Brings the state of each series up to date; costs a look at the ends of the series, not at all of it. */
    private void updateSeries(ImportOrder order, Merge merge, Map<String, Series> before) {
        for (SymbolMerge symbol : merge.symbols()) {
            if (symbol.stored() + symbol.replaced() == 0) {
                continue;
            }
            jdbc.sql(
                            """
                            UPDATE candle_series s
                               SET first_open = ends.first_open,
                                   last_open = ends.last_open,
                                   last_close = ends.last_close,
                                   candle_count = s.candle_count + :stored,
                                   version = nextval('candle_version'),
                                   history_version = CASE WHEN :replaced > 0 OR ends.newer < :stored
                                                          THEN nextval('candle_version') ELSE s.history_version END
                              FROM (SELECT first.open_time AS first_open,
                                           last.open_time AS last_open,
                                           last.close AS last_close,
                                           (SELECT count(*) FROM candle
                                             WHERE symbol = :symbol AND timeframe = :timeframe
                                               AND open_time > coalesce(:before::timestamptz, '-infinity')) AS newer
                                      FROM (SELECT open_time FROM candle
                                             WHERE symbol = :symbol AND timeframe = :timeframe
                                             ORDER BY open_time LIMIT 1) AS first,
                                           (SELECT open_time, close FROM candle
                                             WHERE symbol = :symbol AND timeframe = :timeframe
                                             ORDER BY open_time DESC LIMIT 1) AS last) AS ends
                             WHERE s.symbol = :symbol AND s.timeframe = :timeframe
                            """)
                    .param("symbol", symbol.symbol())
                    .param("timeframe", order.timeframe().name())
                    .param("stored", symbol.stored())
                    .param("replaced", symbol.replaced())
                    .param("before", lastOpen(before, symbol))
                    .update();
        }
    }

    private void announce(ImportOrder order, Merge merge, Map<String, Series> before) {
        int limit =
                switch (order.announcing()) {
                    case EVERY_NEWER -> Integer.MAX_VALUE;
                    case NEWEST_ONLY -> 1;
                };
        List<NewCandle> news = new ArrayList<>();
        for (SymbolMerge symbol : merge.symbols()) {
            if (symbol.stored() > 0) {
                newerThan(lastOpen(before, symbol), new SeriesKey(symbol.symbol(), order.timeframe()), limit)
                        .forEach(candle ->
                                news.add(new NewCandle(symbol.symbol(), order.timeframe(), candle, order.source())));
            }
        }
        if (!news.isEmpty()) {
            events.announce(news);
        }
    }

    private List<Candle> newerThan(@Nullable OffsetDateTime before, SeriesKey key, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM (
                            SELECT open_time, open, high, low, close, volume
                              FROM candle
                             WHERE symbol = :symbol AND timeframe = :timeframe
                               AND open_time > coalesce(:before::timestamptz, '-infinity')
                             ORDER BY open_time DESC
                             LIMIT :limit) AS newest
                         ORDER BY open_time
                        """)
                .param("symbol", key.symbol())
                .param("timeframe", key.timeframe().name())
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> JdbcCandleReader.candle(row))
                .list();
    }

    private static @Nullable OffsetDateTime lastOpen(Map<String, Series> before, SymbolMerge symbol) {
        Series series = before.get(symbol.symbol());
        return series == null ? null : series.lastOpen();
    }

    /** State of a series before the write. */
    private record Series(@Nullable OffsetDateTime lastOpen) {}

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
                    adjusted);
        }

        private long rows(Outcome outcome) {
            return rows.getOrDefault(outcome, 0L);
        }
    }
}
