package dev.tradesuite.training.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.learning.feature.PriceBars;
import dev.tradesuite.training.TrainingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvBarsTest {

    private static final BarRange ALL = new BarRange("EURUSD", "M5", null, null);

    private static final String FILE =
            """
            \uFEFFtime_utc,symbol,open,high,low,close,tick_volume,spread_points
            2026-03-26T14:00:00Z,EURUSD,1.15424,1.15443,1.15391,1.15406,761,1
            2026-03-26T14:00:00Z,GBPUSD,1.25424,1.25443,1.25391,1.25406,761,1
            2026-03-26T16:05:00+02:00,EURUSD,1.15406,1.15434,1.15368,1.15412,595,1
            2026-03-26T14:10:00Z,eurusd,1.15412,1.15420,1.15400,1.15401,500,1
            """;

    @TempDir
    Path folder;

    @Test
    void barsOfTheSymbolAreRead() throws IOException {
        PriceBars bars = CsvBars.read(file(FILE), ALL);

        assertThat(bars.size()).isEqualTo(3);
        assertThat(Instant.ofEpochMilli(bars.openMillis(1))).isEqualTo("2026-03-26T14:05:00Z");
        assertThat(bars.open(0)).isEqualTo(1.15424);
        assertThat(bars.high(1)).isEqualTo(1.15434);
        assertThat(bars.low(2)).isEqualTo(1.154);
        assertThat(bars.close(2)).isEqualTo(1.15401);
    }

    @Test
    void aCompressedFileIsReadAlike() throws IOException {
        Path file = folder.resolve("bars.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(FILE.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(CsvBars.read(file, ALL).size()).isEqualTo(3);
    }

    @Test
    void theRangeCutsBothEnds() throws IOException {
        PriceBars bars = CsvBars.read(
                file(FILE),
                new BarRange(
                        "EURUSD", "M5", Instant.parse("2026-03-26T14:05:00Z"), Instant.parse("2026-03-26T14:10:00Z")));

        assertThat(bars.size()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsNamedWithItsLine() {
        refuses(FILE.replace("time_utc", "when"), "has no column time or time_utc or open_time or timestamp");
        refuses(FILE.replace(",close,", ",last,"), "has no column close");
        refuses(FILE.replace("1.15434", "x"), "line 4: high is no price: 'x'");
        refuses(FILE.replace("2026-03-26T16:05:00+02:00", "2026-03-26 14:05"), "line 4: '2026-03-26 14:05'");
        refuses(FILE.replace("2026-03-26T16:05:00+02:00", "2026-03-26T14:00:00Z"), "is not later than the one before");
        refuses(FILE.replace("1.15434", "1.15400"), "line 4: the prices of the bar");
        refuses(FILE.replace("1.15368", "-1"), "line 4: the prices of the bar");
        refuses(FILE + "2026-03-26T14:15:00Z,EURUSD,1.1\n", "line 6: the line has only 3 values");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> CsvBars.read(folder.resolve("none.csv"), ALL))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("none.csv cannot be read");
    }

    private void refuses(String text, String because) {
        assertThatThrownBy(() -> CsvBars.read(file(text), ALL))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining(because);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("bars.csv"), text);
    }
}
