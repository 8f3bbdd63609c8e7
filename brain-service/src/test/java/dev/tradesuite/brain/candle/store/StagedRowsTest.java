package dev.tradesuite.brain.candle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.brain.candle.CandleRow;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.AbstractDataSource;

class StagedRowsTest {

    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");

    private final StagedRows rows = new StagedRows(new NoDatabase());

    @Test
    void fewRowsNeedNoConnectionAndBecomeOneArrayForEachColumn() {
        rows.add(row(2, "XAUUSD", TEN.plusSeconds(300), "4000.50", "0"));
        rows.add(row(3, "EURUSD", TEN, "0.00000001", null));
        rows.complete();

        assertThat(rows.areInTable()).isFalse();
        assertThat(rows.symbols()).containsExactly("EURUSD", "XAUUSD");
        assertThat(rows.first()).isEqualTo(TEN);
        assertThat(rows.last()).isEqualTo(TEN.plusSeconds(300));
        assertThat(rows.columns().get("lines")).isEqualTo(new Long[] {2L, 3L});
        assertThat(rows.columns().get("closes")).isEqualTo(new String[] {"4000.50", "0.00000001"});
        assertThat(rows.columns().get("volumes")).isEqualTo(new @Nullable String[] {"0", null});
        // Flat, and flat with a volume of zero.
        assertThat(rows.columns().get("rowFlags")).isEqualTo(new Integer[] {3, 1});
    }

    @Test
    void nothingIsNothing() {
        rows.complete();
        assertThat(rows.isEmpty()).isTrue();
    }

    @Test
    void theFirstRowTooManyAsksForATable() {
        for (int i = 0; i < StagedRows.FEW; i++) {
            rows.add(row(i, "EURUSD", TEN.plusSeconds(300L * i), "1", null));
        }
        assertThatExceptionOfType(CannotGetJdbcConnectionException.class)
                .isThrownBy(() -> rows.add(row(99, "EURUSD", TEN, "1", null)))
                .withRootCauseInstanceOf(IllegalStateException.class);
    }

    private static CandleRow row(long line, String symbol, Instant openTime, String price, @Nullable String volume) {
        BigDecimal exact = new BigDecimal(price);
        return new CandleRow(
                line,
                symbol,
                openTime,
                exact,
                exact,
                exact,
                exact,
                volume == null ? null : new BigDecimal(volume),
                false);
    }

    private static final class NoDatabase extends AbstractDataSource {

        @Override
        public Connection getConnection() {
            throw new IllegalStateException("a connection was asked for");
        }

        @Override
        public Connection getConnection(String user, String password) {
            return getConnection();
        }
    }
}
