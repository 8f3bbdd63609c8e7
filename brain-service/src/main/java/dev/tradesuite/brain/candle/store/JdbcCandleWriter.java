package dev.tradesuite.brain.candle.store;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.candle.CandleAnnouncer;
import dev.tradesuite.brain.candle.CandleAnnouncer.NewCandle;
import dev.tradesuite.brain.candle.CandleFlag;
import dev.tradesuite.brain.candle.CandleWriter;
import dev.tradesuite.brain.candle.ImportOrder;
import dev.tradesuite.brain.candle.ImportResult;
import dev.tradesuite.brain.candle.RefusedRow;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.candle.SymbolMerge;
import dev.tradesuite.contracts.brain.RowRefusal;
import dev.tradesuite.contracts.market.Timeframe;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores candles: COPY into a temporary table, then one statement that judges every row against what is stored and
 * writes the new candles.
 *
 * <p>The rows of {@code candle_series} are locked before rows are judged, in the order of the symbols, so two writers
 * of the same series take turns and never wait for each other in a circle. While a slow sender is still sending,
 * nothing but its own temporary table is held.
 */
public final class JdbcCandleWriter implements CandleWriter {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final CandlePartitions partitions;
    private final CandleAnnouncer announcer;

    public JdbcCandleWriter(
            DataSource dataSource,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            CandlePartitions partitions,
            CandleAnnouncer announcer) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.partitions = partitions;
        this.announcer = announcer;
    }

    @Override
    public Merge write(ImportOrder order, Consumer<Staging> rows) {
        Merge merge = transactions.execute(_ -> {
            StagingTable staged = StagingTable.fill(dataSource, rows);
            return staged.isEmpty() ? new Merge(List.of(), List.of()) : merge(order, staged);
        });
        if (merge == null) {
            throw new IllegalStateException("a write always has an outcome");
        }
        return merge;
    }

    private Merge merge(ImportOrder order, StagingTable staged) {
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
                        insert into candle_series (symbol, timeframe)
                        select symbol, :timeframe from unnest(:symbols::text[]) as s(symbol) order by symbol
                        on conflict do nothing
                        """)
                .param("timeframe", timeframe.name())
                .param("symbols", symbols.toArray(String[]::new))
                .update();
        Map<String, Series> before = new TreeMap<>();
        jdbc.sql(
                        """
                        select symbol, last_open
                          from candle_series
                         where timeframe = :timeframe and symbol = any (:symbols::text[])
                         order by symbol
                           for update
                        """)
                .param("timeframe", timeframe.name())
                .param("symbols", symbols.toArray(String[]::new))
                .query(row -> {
                    before.put(row.getString("symbol"), new Series(row.getObject("last_open", OffsetDateTime.class)));
                });
        return before;
    }

    private Merge judgeAndWrite(ImportOrder order, StagingTable staged) {
        Map<String, Counts> counts = new TreeMap<>();
        List<RefusedRow> refusals = new ArrayList<>();
        MergeSql.SETTINGS.forEach(setting -> jdbc.sql(setting).update());
        jdbc.sql(MergeSql.STATEMENT)
                .param("timeframe", order.timeframe().name())
                .param("length", order.timeframe().length().toMillis())
                .param("source", order.source())
                .param("policy", order.onConflict().name())
                .param("symbols", staged.symbols().toArray(String[]::new))
                .param("from", utc(staged.first().minus(order.timeframe().length())))
                .param("to", utc(staged.last().plus(order.timeframe().length())))
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
                            update candle_series s
                               set first_open = ends.first_open,
                                   last_open = ends.last_open,
                                   last_close = ends.last_close,
                                   candle_count = s.candle_count + :stored,
                                   version = nextval('candle_version'),
                                   history_version = case when :replaced > 0 or ends.newer < :stored
                                                          then nextval('candle_version') else s.history_version end
                              from (select first.open_time as first_open,
                                           last.open_time as last_open,
                                           last.close as last_close,
                                           (select count(*) from candle
                                             where symbol = :symbol and timeframe = :timeframe
                                               and open_time > coalesce(:before::timestamptz, '-infinity')) as newer
                                      from (select open_time from candle
                                             where symbol = :symbol and timeframe = :timeframe
                                             order by open_time limit 1) as first,
                                           (select open_time, close from candle
                                             where symbol = :symbol and timeframe = :timeframe
                                             order by open_time desc limit 1) as last) as ends
                             where s.symbol = :symbol and s.timeframe = :timeframe
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
            announcer.announce(news);
        }
    }

    private List<Candle> newerThan(@Nullable OffsetDateTime before, SeriesKey key, int limit) {
        return jdbc.sql(
                        """
                        select * from (
                            select open_time, open, high, low, close, volume
                              from candle
                             where symbol = :symbol and timeframe = :timeframe
                               and open_time > coalesce(:before::timestamptz, '-infinity')
                             order by open_time desc
                             limit :limit) as newest
                         order by open_time
                        """)
                .param("symbol", key.symbol())
                .param("timeframe", key.timeframe().name())
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> JdbcCandleReader.candle(row))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
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

        void put(Outcome outcome, ResultSet row) throws SQLException {
            rows.put(outcome, row.getLong("rows"));
            if (outcome == Outcome.STORED || outcome == Outcome.REPLACED) {
                flat += row.getLong("flat");
                zeroVolume += row.getLong("zero_volume");
                timeMoved += row.getLong("time_moved");
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
                    timeMoved);
        }

        private long rows(Outcome outcome) {
            return rows.getOrDefault(outcome, 0L);
        }
    }
}
