package dev.tradesuite.brain.candle.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.brain.RowRefusal;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {

    private static final List<String> HEADERS = List.of("time", "symbol", "open", "high", "low", "close", "volume");

    @Test
    void aRowBecomesACandleWithTheCataloguesSymbol() {
        RowReader.Outcome outcome =
                reader(null).read(7, List.of("2026-01-05T10:00:00Z", "eur/usd", "1.1", "1.3", "1.0", "1.2", ""));
        assertThat(outcome).isInstanceOfSatisfying(RowReader.Read.class, read -> {
            assertThat(read.row().line()).isEqualTo(7);
            assertThat(read.row().symbol()).isEqualTo("EURUSD");
            assertThat(read.row().openTime()).isEqualTo(Instant.parse("2026-01-05T10:00:00Z"));
            assertThat(read.row().high()).isEqualByComparingTo("1.3");
            assertThat(read.row().volume()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, EURUSD, 1.1, 5, BAD_TIME, 'yesterday'",
        "2026-01-05T10:00:00Z, NOSUCH, 1.1, 5, UNKNOWN_SYMBOL, 'NOSUCH'",
        "2026-01-05T10:00:00Z, EURUSD, '', 5, BAD_NUMBER, open is ''",
        "2026-01-05T10:00:00Z, EURUSD, '1,1', 5, BAD_NUMBER, open is '1'",
        "2026-01-05T10:00:00Z, EURUSD, 1.1, many, BAD_NUMBER, volume is 'many'"
    })
    void aRowThatCannotBeReadSaysWhy(
            String time, String symbol, String open, String volume, RowRefusal reason, String found) {
        RowReader.Outcome outcome = reader(null).read(2, List.of(time, symbol, open, "1.3", "1.0", "1.2", volume));
        assertThat(outcome).isInstanceOfSatisfying(RowReader.Refused.class, refused -> {
            assertThat(refused.row().reason()).isEqualTo(reason);
            assertThat(refused.row().found()).contains(found.substring(0, found.length() - 1));
        });
    }

    @Test
    void aSymbolToldForTheFileWinsUnlessTheColumnNamesAnotherInstrument() {
        assertThat(reader("EURUSD").read(2, row("euro"))).isInstanceOf(RowReader.Read.class);
        assertThat(reader("EURUSD").read(2, row("GBPUSD")))
                .isInstanceOfSatisfying(
                        RowReader.Refused.class,
                        refused -> assertThat(refused.row().reason()).isEqualTo(RowRefusal.OTHER_SYMBOL));
    }

    private static List<String> row(String symbol) {
        return List.of("2026-01-05T10:00:00Z", symbol, "1.1", "1.3", "1.0", "1.2", "5");
    }

    private static RowReader reader(@Nullable String symbol) {
        FileFormat format = TestFormat.of(symbol).build();
        FileLayout layout =
                new FileLayout(1, ',', ColumnMap.of(HEADERS, format), NumberStyle.DECIMAL_POINT, TimeFormat.auto());
        return new RowReader(layout, format, InstrumentCatalog.shipped());
    }
}
