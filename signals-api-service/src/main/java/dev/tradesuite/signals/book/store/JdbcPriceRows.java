package dev.tradesuite.signals.book.store;

import dev.tradesuite.signals.book.BookRun;
import dev.tradesuite.signals.book.BookedBar;
import dev.tradesuite.signals.book.SeriesName;
import dev.tradesuite.signals.book.SignalBar;
import dev.tradesuite.support.store.TimeColumns;
import java.math.BigDecimal;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the closes of bars, and the newest of them once more where it is looked for. They are what the brain said
 * last: a bar that was corrected has another close the next time.
 */
@Component
class JdbcPriceRows {

    private final JdbcClient jdbc;

    JdbcPriceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(long run, SeriesName name, List<BookedBar> booked) {
        closes(name, booked);
        newest(run, name, booked.getLast());
    }

    private void closes(SeriesName name, List<BookedBar> booked) {
        Columns<BookedBar> rows = new Columns<>(booked);
        jdbc.sql(
                        """
                        INSERT INTO series_close AS kept (symbol, timeframe, timestamp_utc, price, conversion_rate)
                        SELECT :symbol, :timeframe, r.*
                        FROM unnest(:times::text[]::timestamptz[], :prices::text[]::numeric[],
                                    :rates::text[]::numeric[]) AS r
                        ON CONFLICT (symbol, timeframe, timestamp_utc) DO UPDATE
                        SET price = excluded.price,
                            conversion_rate = coalesce(excluded.conversion_rate, kept.conversion_rate)
                        WHERE (kept.price, kept.conversion_rate) IS DISTINCT FROM
                              (excluded.price, coalesce(excluded.conversion_rate, kept.conversion_rate))
                        """)
                .param("symbol", name.symbol())
                .param("timeframe", name.timeframe().name())
                .param("times", rows.texts(row -> row.bar().close()))
                .param("prices", rows.texts(row -> row.bar().prices().close()))
                .param("rates", rows.texts(row -> row.bar().conversionRate().orElse(null)))
                .update();
    }

    private void newest(long run, SeriesName name, BookedBar newest) {
        jdbc.sql(
                        """
                        INSERT INTO series_price (run_id, symbol, timeframe, timestamp_utc, price)
                        VALUES (:run, :symbol, :timeframe, :at, :price)
                        ON CONFLICT (run_id, symbol, timeframe) DO UPDATE
                        SET timestamp_utc = excluded.timestamp_utc, price = excluded.price
                        """)
                .param("run", run)
                .param("symbol", name.symbol())
                .param("timeframe", name.timeframe().name())
                .param("at", TimeColumns.of(newest.bar().close()))
                .param("price", newest.bar().prices().close())
                .update();
    }

    /**
     * Writes the close of a bar that was corrected.
     *
     * @return the close it had; empty when it is no other
     */
    Optional<BigDecimal> correct(SignalBar bar) {
        Optional<BigDecimal> before = of(
                        bar,
                        """
                        UPDATE series_close kept
                        SET price = :price, conversion_rate = coalesce(:rate, kept.conversion_rate)
                        FROM series_close before
                        WHERE kept.symbol = :symbol AND kept.timeframe = :timeframe AND kept.timestamp_utc = :at
                          AND before.symbol = kept.symbol AND before.timeframe = kept.timeframe
                          AND before.timestamp_utc = kept.timestamp_utc AND before.price <> :price
                        RETURNING before.price
                        """)
                .param("rate", bar.conversionRate().orElse(null), Types.NUMERIC)
                .query(BigDecimal.class)
                .optional();
        if (before.isPresent()) {
            of(
                            bar,
                            """
                            UPDATE series_price SET price = :price
                            WHERE run_id = :live AND symbol = :symbol AND timeframe = :timeframe AND timestamp_utc = :at
                            """)
                    .param("live", BookRun.LIVE.id())
                    .update();
        }
        return before;
    }

    private JdbcClient.StatementSpec of(SignalBar bar, String sql) {
        return jdbc.sql(sql)
                .param("symbol", bar.series().symbol())
                .param("timeframe", bar.series().timeframe().name())
                .param("at", TimeColumns.of(bar.close()))
                .param("price", bar.prices().close());
    }
}
