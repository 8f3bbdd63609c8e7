package dev.tradesuite.brain.candle.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.brain.candle.UnreadableSourceException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnMapTest {

    private static final List<String> ROW = List.of("2026.01.05", "10:00", "1", "3", "0.5", "2", "7");

    @Test
    void headersAreFoundHoweverTheyAreWritten() {
        ColumnMap map = ColumnMap.of(
                List.of("<DATE>", "<TIME>", "\"Open\"", "High Price", "LOW", "close", "<TICKVOL>"),
                format("EURUSD", Map.of()));
        assertThat(map.text(CandleField.TIME, ROW)).isEqualTo("2026.01.05 10:00");
        assertThat(map.text(CandleField.HIGH, ROW)).isEqualTo("3");
        assertThat(map.text(CandleField.VOLUME, ROW)).isEqualTo("7");
        assertThat(map.has(CandleField.SYMBOL)).isFalse();
        assertThat(map.text(CandleField.SYMBOL, ROW)).isEmpty();
    }

    @Test
    void columnsThatAreNamedCountInsteadOfDetectedOnes() {
        ColumnMap map = ColumnMap.of(
                List.of("time", "open", "high", "low", "close", "last"),
                format("EURUSD", Map.of(CandleField.CLOSE, List.of("Last"))));
        assertThat(map.text(CandleField.CLOSE, List.of("t", "1", "3", "0.5", "2", "2.5")))
                .isEqualTo("2.5");
    }

    @Test
    void everyMissingColumnIsNamedAtOnce() {
        List<String> headers = List.of("when", "open", "high", "low");
        FileFormat format = format(null, Map.of(CandleField.CLOSE, List.of("Settle")));

        assertThatExceptionOfType(UnreadableSourceException.class)
                .isThrownBy(() -> ColumnMap.of(headers, format).complete(headers, format))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(UnreadableSourceException.Fault::message)
                        .containsExactlyInAnyOrder(
                                "the file has no column 'Settle' for close",
                                "no column for time was found; name it, as in columns=time:Header, or say where it"
                                        + " stands, as in columns=1=time",
                                "the file has no symbol column, so the symbol must be given"));
    }

    @Test
    void aRowFitsWithAFieldForEveryColumnAndNothingBeyondThem() {
        ColumnMap map = ColumnMap.of(List.of("time", "open", "high", "low", "close"), format("EURUSD", Map.of()));
        assertThat(map.fits(List.of("t", "1", "3", "0.5", "2"))).isTrue();
        assertThat(map.fits(List.of("t", "1", "3", "0.5", "2", "", ""))).isTrue();
        assertThat(map.fits(List.of("t", "1", "3", "0.5"))).isFalse();
        assertThat(map.fits(List.of("t", "1", "3", "0.5", "2", "9"))).isFalse();
    }

    private static FileFormat format(@Nullable String symbol, Map<CandleField, List<String>> columns) {
        return new FileFormat(symbol, columns, null, ZoneOffset.UTC, Duration.ZERO, List.of(), false, null);
    }
}
