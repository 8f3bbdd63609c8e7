package dev.tradesuite.brain.candle.store;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.candle.CandleReader;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.candle.SeriesState;
import dev.tradesuite.brain.candle.SlotClose;
import dev.tradesuite.contracts.market.Timeframe;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads candles with plain SQL. */
public final class JdbcCandleReader implements CandleReader {

    private static final String DOUBLES =
            """
            select (extract(epoch from open_time) * 1000)::bigint as open_millis,
                   open::float8, high::float8, low::float8, close::float8, coalesce(volume::float8, 'NaN') as volume
            """;

    private static final String EXACT = "select open_time, open, high, low, close, volume\n";

    private final JdbcClient jdbc;

    public JdbcCandleReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SeriesState> states() {
        return jdbc.sql(
                        """
                        select symbol, timeframe, first_open, last_open, last_close, candle_count, version, history_version
                          from candle_series
                         where candle_count > 0
                        """)
                .query((row, _) -> new SeriesState(
                        new SeriesKey(row.getString("symbol"), Timeframe.valueOf(row.getString("timeframe"))),
                        instant(row, "first_open"),
                        instant(row, "last_open"),
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
                                "select * from (" + DOUBLES
                                        + """
                                  from candle
                                 where symbol = :symbol and timeframe = :timeframe and open_time <= :lastOpen
                                 order by open_time desc
                                 limit :limit) as newest
                                 order by open_millis
                                """)
                        .param("lastOpen", utc(asOf.minus(key.timeframe().length())))
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
                                  from candle
                                 where symbol = :symbol and timeframe = :timeframe and open_time > :openTime
                                 order by open_time
                                 limit :limit
                                """)
                        .param("openTime", utc(openTime))
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
                                  from candle
                                 where symbol = :symbol and timeframe = :timeframe
                                   and open_time >= :from and open_time < :to
                                 order by open_time
                                """)
                        .param("from", utc(from))
                        .param("to", utc(to)));
    }

    @Override
    public long[] openTimes(SeriesKey key, Instant from, Instant to) {
        LongStream.Builder times = LongStream.builder();
        keyed(
                        key,
                        jdbc.sql(
                                        """
                                        select (extract(epoch from open_time) * 1000)::bigint
                                          from candle
                                         where symbol = :symbol and timeframe = :timeframe
                                           and open_time >= :from and open_time < :to
                                         order by open_time
                                        """)
                                .param("from", utc(from))
                                .param("to", utc(to)))
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
                                          from candle
                                         where symbol = :symbol and timeframe = :timeframe
                                           and open_time >= :from and open_time < :to
                                         order by open_time
                                         limit :limit
                                        """)
                                .param("from", utc(from))
                                .param("to", utc(to))
                                .param("limit", limit))
                .query((row, _) -> candle(row))
                .list();
    }

    @Override
    public List<Candle> newestOf(SeriesKey key, Instant to, int limit) {
        return keyed(
                        key,
                        jdbc.sql(
                                        "select * from (" + EXACT
                                                + """
                                          from candle
                                         where symbol = :symbol and timeframe = :timeframe and open_time < :to
                                         order by open_time desc
                                         limit :limit) as newest
                                         order by open_time
                                        """)
                                .param("to", utc(to))
                                .param("limit", limit))
                .query((row, _) -> candle(row))
                .list();
    }

    @Override
    public List<SlotClose> closes(String symbol, Timeframe timeframe, long fromSlot, long toSlot, int limit) {
        long length = timeframe.length().toMillis();
        // Of a slot's candles the coarsest timeframe counts, then the last of them.
        return jdbc.sql(
                        """
                        select distinct on (slot) (extract(epoch from slot) * 1000)::bigint as slot_millis, close, timeframe
                          from (select date_bin(:length * interval '1 millisecond',
                                                open_time + f.length * interval '1 millisecond' - interval '1 microsecond',
                                                timestamptz '1970-01-01 00:00:00+00') as slot,
                                       open_time, close, c.timeframe, f.length
                                  from candle c
                                  join unnest(:timeframes::text[], :lengths::bigint[]) as f(timeframe, length)
                                       on f.timeframe = c.timeframe
                                 where c.symbol = :symbol
                                   and c.open_time > :from and c.open_time < :to) as candles
                         where slot between :firstSlot and :lastSlot
                         order by slot desc, length desc, open_time desc
                         limit :limit
                        """)
                .param("length", length)
                .param("timeframes", upTo(timeframe).map(Timeframe::name).toArray(String[]::new))
                .param(
                        "lengths",
                        upTo(timeframe).map(finer -> finer.length().toMillis()).toArray(Long[]::new))
                .param("symbol", symbol)
                .param("from", utc(Instant.ofEpochMilli(fromSlot - length)))
                .param("to", utc(Instant.ofEpochMilli(toSlot + length)))
                .param("firstSlot", utc(Instant.ofEpochMilli(fromSlot)))
                .param("lastSlot", utc(Instant.ofEpochMilli(toSlot)))
                .param("limit", limit)
                .query((row, _) -> new SlotClose(
                        row.getLong("slot_millis"),
                        row.getBigDecimal("close"),
                        Timeframe.valueOf(row.getString("timeframe"))))
                .list();
    }

    private static Stream<Timeframe> upTo(Timeframe timeframe) {
        return Arrays.stream(Timeframe.values()).filter(finer -> finer.compareTo(timeframe) <= 0);
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
                instant(row, "open_time"),
                row.getBigDecimal("open"),
                row.getBigDecimal("high"),
                row.getBigDecimal("low"),
                row.getBigDecimal("close"),
                row.getBigDecimal("volume"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
