package dev.tradesuite.signals.series.store;

import dev.tradesuite.signals.series.BarClose;
import dev.tradesuite.signals.series.BarCloseStore;
import dev.tradesuite.signals.series.ModelSeries;
import dev.tradesuite.support.store.TimeColumns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code series_close}. */
@Repository
class JdbcBarCloseStore implements BarCloseStore {

    private final JdbcClient jdbc;

    JdbcBarCloseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<BarClose> closes(ModelSeries series, Instant from, Instant to) {
        return jdbc.sql(
                        """
                        SELECT timestamp_utc, price, conversion_rate FROM series_close
                        WHERE symbol = :symbol AND timeframe = :timeframe AND timestamp_utc <= :to
                          AND timestamp_utc >= coalesce(
                              (SELECT max(c.timestamp_utc) FROM series_close c
                               WHERE c.symbol = :symbol AND c.timeframe = :timeframe AND c.timestamp_utc <= :from),
                              '-infinity')
                        ORDER BY timestamp_utc
                        """)
                .param("symbol", series.symbol())
                .param("timeframe", series.timeframe().name())
                .param("from", TimeColumns.of(from))
                .param("to", TimeColumns.of(to))
                .query((row, _) -> close(row))
                .list();
    }

    private static BarClose close(ResultSet row) throws SQLException {
        BigDecimal rate = row.getBigDecimal("conversion_rate");
        return new BarClose(
                TimeColumns.instant(row, "timestamp_utc"),
                row.getDouble("price"),
                rate == null ? null : rate.doubleValue());
    }
}
