package dev.tradesuite.brain.candle.store;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.candle.CandleClock;
import dev.tradesuite.brain.candle.CandleReader;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.candle.SeriesState;
import dev.tradesuite.brain.candle.SlotClose;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads candles with plain SQL. A candle is implausible when bit 8 of its flags is set. */
@Repository
class JdbcCandleReader implements CandleReader {

    private static final String DOUBLES =
            """
            SELECT (extract(epoch FROM open_time) * 1000)::bigint AS open_millis,
                   open::float8, high::float8, low::float8, close::float8, coalesce(volume::float8, 'NaN') AS volume
            """;

    private static final String EXACT = "SELECT open_time, open, high, low, close, volume\n";

    private final JdbcClient jdbc;

    JdbcCandleReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SeriesState> states() {
        return jdbc.sql(
                        """
                        SELECT symbol, timeframe, first_open, last_open, price_open, last_close, candle_count, version,
                               history_version
                          FROM candle_series
                         WHERE candle_count > 0 AND price_open IS NOT NULL
                        """)
                .query((row, _) -> new SeriesState(
                        new SeriesKey(row.getString("symbol"), Timeframe.valueOf(row.getString("timeframe"))),
                        TimeColumns.instant(row, "first_open"),
                        TimeColumns.instant(row, "last_open"),
                        TimeColumns.instant(row, "price_open"),
                        row.getBigDecimal("last_close"),
                        row.getLong("candle_count"),
                        row.getLong("version"),
                        row.getLong("history_version")))
                .list();
    }

    @Override
    public CandleSeries newest(SeriesKey key, Instant asOf, int limit) {
        return series(
                key,
                limit,
                jdbc.sql(
                                "SELECT * FROM (" + DOUBLES
                                        + """
                                  FROM candle
                                 WHERE symbol = :symbol AND timeframe = :timeframe AND open_time <= :lastOpen
                                   AND flags & 8 = 0
                                 ORDER BY open_time DESC
                                 LIMIT :limit) AS newest
                                 ORDER BY open_millis
                                """)
                        .param(
                                "lastOpen",
                                TimeColumns.of(asOf.minus(key.timeframe().length())))
                        .param("limit", limit));
    }

    @Override
    public CandleSeries after(SeriesKey key, Instant openTime, int limit) {
        return series(
                key,
                Math.min(limit, 16),
                jdbc.sql(
                                DOUBLES
                                        + """
                                  FROM candle
                                 WHERE symbol = :symbol AND timeframe = :timeframe AND open_time > :openTime
                                   AND flags & 8 = 0
                                 ORDER BY open_time
                                 LIMIT :limit
                                """)
                        .param("openTime", TimeColumns.of(openTime))
                        .param("limit", limit));
    }

    @Override
    public CandleSeries range(SeriesKey key, Instant from, Instant to) {
        return series(
                key,
                1024,
                jdbc.sql(
                                DOUBLES
                                        + """
                                  FROM candle
                                 WHERE symbol = :symbol AND timeframe = :timeframe
                                   AND open_time >= :from AND open_time < :to AND flags & 8 = 0
                                 ORDER BY open_time
                                """)
                        .param("from", TimeColumns.of(from))
                        .param("to", TimeColumns.of(to)));
    }

    @Override
    public long[] openTimes(SeriesKey key, Instant from, Instant to) {
        LongStream.Builder times = LongStream.builder();
        keyed(
                        key,
                        jdbc.sql(
                                        """
                                        SELECT (extract(epoch FROM open_time) * 1000)::bigint
                                          FROM candle
                                         WHERE symbol = :symbol AND timeframe = :timeframe
                                           AND open_time >= :from AND open_time < :to
                                         ORDER BY open_time
                                        """)
                                .param("from", TimeColumns.of(from))
                                .param("to", TimeColumns.of(to)))
                .query(row -> {
                    times.add(row.getLong(1));
                });
        return times.build().toArray();
    }

    @Override
    public List<Candle> oldestOf(SeriesKey key, Instant from, Instant to, int limit) {
        return keyed(
                        key,
                        jdbc.sql(
                                        EXACT
                                                + """
                                          FROM candle
                                         WHERE symbol = :symbol AND timeframe = :timeframe
                                           AND open_time >= :from AND open_time < :to
                                         ORDER BY open_time
                                         LIMIT :limit
                                        """)
                                .param("from", TimeColumns.of(from))
                                .param("to", TimeColumns.of(to))
                                .param("limit", limit))
                .query((row, _) -> candle(row))
                .list();
    }

    @Override
    public List<Candle> newestOf(SeriesKey key, Instant to, int limit) {
        return keyed(
                        key,
                        jdbc.sql(
                                        "SELECT * FROM (" + EXACT
                                                + """
                                          FROM candle
                                         WHERE symbol = :symbol AND timeframe = :timeframe AND open_time < :to
                                         ORDER BY open_time DESC
                                         LIMIT :limit) AS newest
                                         ORDER BY open_time
                                        """)
                                .param("to", TimeColumns.of(to))
                                .param("limit", limit))
                .query((row, _) -> candle(row))
                .list();
    }

    @Override
    public List<Instant> implausible(SeriesKey key, Instant from, Instant to) {
        return keyed(
                        key,
                        jdbc.sql(
                                        """
                                        SELECT open_time
                                          FROM candle
                                         WHERE symbol = :symbol AND timeframe = :timeframe
                                           AND open_time >= :from AND open_time <= :to AND flags & 8 <> 0
                                         ORDER BY open_time
                                        """)
                                .param("from", TimeColumns.of(from))
                                .param("to", TimeColumns.of(to)))
                .query((row, _) -> TimeColumns.instant(row, "open_time"))
                .list();
    }

    @Override
    public List<Candle> merged(SeriesKey finer, CandleClock clock, Instant from, Instant to) {
        return keyed(
                        finer,
                        jdbc.sql(
                                        """
                                        SELECT start AT TIME ZONE :zone AS open_time,
                                               (array_agg(open ORDER BY finer_time))[1] AS open,
                                               max(high) AS high,
                                               min(low) AS low,
                                               (array_agg(close ORDER BY finer_time DESC))[1] AS close,
                                               CASE WHEN count(volume) = count(*) THEN sum(volume) END AS volume
                                          FROM (SELECT open_time AS finer_time, open, high, low, close, volume,
                                                       date_bin(:length * INTERVAL '1 millisecond',
                                                                open_time AT TIME ZONE :zone, :origin::timestamp) AS start
                                                  FROM candle
                                                 WHERE symbol = :symbol AND timeframe = :timeframe
                                                   AND open_time >= :from AND open_time < :to AND flags & 8 = 0) AS finer
                                         GROUP BY start
                                         ORDER BY start
                                        """)
                                .param("from", TimeColumns.of(from))
                                .param("to", TimeColumns.of(to)))
                .params(clock(clock))
                .query((row, _) -> candle(row))
                .list();
    }

    @Override
    public List<SlotClose> closes(
            String symbol, CandleClock clock, List<CloseSource> sources, long fromSlot, long toSlot, int limit) {
        long length = clock.timeframe().length().toMillis();
        // Of a slot's candles the coarsest timeframe counts, then the last of them.
        return jdbc.sql(
                        """
                        SELECT DISTINCT ON (slot) (extract(epoch FROM slot) * 1000)::bigint AS slot_millis, close, timeframe
                          FROM (SELECT date_bin(:length * INTERVAL '1 millisecond',
                                                CASE WHEN f.by_clock
                                                     THEN date_bin(:length * INTERVAL '1 millisecond',
                                                                   open_time AT TIME ZONE :zone,
                                                                   :origin::timestamp) AT TIME ZONE :zone
                                                          + :length * INTERVAL '1 millisecond'
                                                     ELSE open_time + f.length * INTERVAL '1 millisecond'
                                                END - INTERVAL '1 microsecond',
                                                timestamptz '1970-01-01 00:00:00+00') AS slot,
                                       open_time, coalesce(adjusted_close, close) AS close, c.timeframe, f.length
                                  FROM candle c
                                  JOIN unnest(:timeframes::text[], :lengths::bigint[], :ends::text[]::timestamptz[],
                                              :byClock::boolean[]) AS f(timeframe, length, stop, by_clock)
                                       ON f.timeframe = c.timeframe
                                 WHERE c.symbol = :symbol AND c.flags & 8 = 0
                                   AND c.open_time < f.stop
                                   AND c.open_time > :from AND c.open_time < :to) AS candles
                         WHERE slot BETWEEN :firstSlot AND :lastSlot
                         ORDER BY slot DESC, length DESC, open_time DESC
                         LIMIT :limit
                        """)
                .params(clock(clock))
                .param(
                        "timeframes",
                        column(sources, source -> source.timeframe().name(), String[]::new))
                .param(
                        "lengths",
                        column(sources, source -> source.timeframe().length().toMillis(), Long[]::new))
                .param("ends", column(sources, source -> source.end().toString(), String[]::new))
                .param("byClock", column(sources, CloseSource::isByClock, Boolean[]::new))
                .param("symbol", symbol)
                .param("from", TimeColumns.of(Instant.ofEpochMilli(fromSlot - 2 * length)))
                .param("to", TimeColumns.of(Instant.ofEpochMilli(toSlot + length)))
                .param("firstSlot", TimeColumns.of(Instant.ofEpochMilli(fromSlot)))
                .param("lastSlot", TimeColumns.of(Instant.ofEpochMilli(toSlot)))
                .param("limit", limit)
                .query((row, _) -> new SlotClose(
                        row.getLong("slot_millis"),
                        row.getBigDecimal("close"),
                        Timeframe.valueOf(row.getString("timeframe"))))
                .list();
    }

    private static Map<String, Object> clock(CandleClock clock) {
        return Map.of(
                "zone",
                clock.zone().getId(),
                "origin",
                "1970-01-01 " + clock.origin(),
                "length",
                clock.timeframe().length().toMillis());
    }

    private static <T> T[] column(List<CloseSource> sources, Function<CloseSource, T> column, IntFunction<T[]> array) {
        return sources.stream().map(column).toArray(array);
    }

    private static CandleSeries series(SeriesKey key, int expected, JdbcClient.StatementSpec statement) {
        CandleSeries.Builder builder = new CandleSeries.Builder(key.symbol(), key.timeframe(), expected);
        keyed(key, statement).query(row -> {
            builder.add(
                    row.getLong(1),
                    row.getDouble(2),
                    row.getDouble(3),
                    row.getDouble(4),
                    row.getDouble(5),
                    row.getDouble(6));
        });
        return builder.build();
    }

    private static JdbcClient.StatementSpec keyed(SeriesKey key, JdbcClient.StatementSpec statement) {
        return statement
                .param("symbol", key.symbol())
                .param("timeframe", key.timeframe().name());
    }

    static Candle candle(ResultSet row) throws SQLException {
        return new Candle(
                TimeColumns.instant(row, "open_time"),
                row.getBigDecimal("open"),
                row.getBigDecimal("high"),
                row.getBigDecimal("low"),
                row.getBigDecimal("close"),
                row.getBigDecimal("volume"));
    }
}
