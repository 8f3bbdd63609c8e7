package dev.tradesuite.brain.candle.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.tradesuite.brain.candle.CandleRow;
import dev.tradesuite.brain.candle.RefusedRow;
import dev.tradesuite.brain.candle.UnreadableSourceException;
import dev.tradesuite.contracts.brain.RowRefusal;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCandlesTest {

    private static final String HEADER = "time_utc,symbol,open,high,low,close,volume\n";
    private static final String ROW = "2026-01-05T10:00:00Z,EURUSD,1.1,1.3,1.0,1.2,5\n";
    private static final CandleRow CANDLE = new CandleRow(
            2,
            "EURUSD",
            Instant.parse("2026-01-05T10:00:00Z"),
            new BigDecimal("1.1"),
            new BigDecimal("1.3"),
            new BigDecimal("1.0"),
            new BigDecimal("1.2"),
            new BigDecimal("5"),
            false);

    @Test
    void readsPlainTextAndGzipAlike() throws IOException {
        assertThat(read(HEADER + ROW).rows).containsExactly(CANDLE);
        assertThat(read(gzip(HEADER + ROW), FileFormat.detected()).rows).containsExactly(CANDLE);
    }

    @Test
    void byteOrderMarkBlankLinesAndWindowsLineEndsDoNotMatter() {
        assertThat(read("\uFEFF" + HEADER.replace("\n", "\r\n") + "\r\n" + ROW + "  \r\n").rows)
                .extracting(CandleRow::line)
                .containsExactly(3L);
    }

    @Test
    void metaTraderExportIsReadAsItIs() {
        FileReading found = read(
                """
                <DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>
                2026.01.05\t10:00:00\t1.1\t1.3\t1.0\t1.2\t5\t0\t1
                """,
                format("EURUSD", ZoneOffset.UTC));

        assertThat(found.rows).containsExactly(CANDLE);
    }

    @Test
    void columnsThatCannotBeGuessedAreNamed() {
        FileReading found = read(
                "when;first;top;bottom;final\n1767607200;1.1;1.3;1.0;1.2\n",
                TestFormat.of("EURUSD")
                        .column(CandleField.TIME, "When")
                        .column(CandleField.OPEN, "first")
                        .column(CandleField.HIGH, "top")
                        .column(CandleField.LOW, "bottom")
                        .column(CandleField.CLOSE, "final")
                        .build());

        assertThat(found.rows).extracting(CandleRow::openTime).containsExactly(CANDLE.openTime());
        assertThat(found.rows.getFirst().volume()).isNull();
    }

    @Test
    void namedColumnWinsOverADetectedOne() {
        FileReading found = read(
                "time,symbol,open,high,low,close,adjusted\n2026-01-05,AAPL,10,12,9,11,10.5\n",
                TestFormat.of(null).column(CandleField.CLOSE, "adjusted").build());

        assertThat(found.rows.getFirst().close()).isEqualByComparingTo("10.5");
    }

    @Test
    void everyBrokenRowIsRefusedWithItsLineAndTheNextIsRead() {
        FileReading found = read(HEADER
                + "2026-01-05T10:00:00Z,EURUSD,1.1,1.3,1.0\n"
                + "2026-01-05T10:00:00Z,\"EURUSD,1.1,1.3,1.0,1.2,5\n"
                + "2026-01-05T10:00:00Z,EURUSD,1.1,1.3,1.0,1.2,5,6\n"
                + "yesterday,EURUSD,1.1,1.3,1.0,1.2,5\n"
                + "2026-01-05T10:00:00Z,NOSUCH,1.1,1.3,1.0,1.2,5\n"
                + "2026-01-05T10:00:00Z,EURUSD,1.1,NaN,1.0,1.2,5\n"
                + "2026-01-05T10:00:00Z,EURUSD,,1.3,1.0,1.2,5\n"
                + "2026-01-05T10:00:00Z,EURUSD,1.1,1.3,1.0,1.2,lots\n"
                + "2026-01-05T10:00:00Z,EURUSD,1.1,1.3,1.0," + "1".repeat(100) + ",5\n"
                + "x".repeat(20_000) + "\n"
                + ROW);

        assertThat(found.refused)
                .extracting(RefusedRow::line, RefusedRow::reason)
                .containsExactly(
                        tuple(2L, RowRefusal.UNREADABLE_ROW),
                        tuple(3L, RowRefusal.UNREADABLE_ROW),
                        tuple(4L, RowRefusal.UNREADABLE_ROW),
                        tuple(5L, RowRefusal.BAD_TIME),
                        tuple(6L, RowRefusal.UNKNOWN_SYMBOL),
                        tuple(7L, RowRefusal.BAD_NUMBER),
                        tuple(8L, RowRefusal.BAD_NUMBER),
                        tuple(9L, RowRefusal.BAD_NUMBER),
                        tuple(10L, RowRefusal.BAD_NUMBER),
                        tuple(11L, RowRefusal.UNREADABLE_ROW));
        assertThat(found.rows).extracting(CandleRow::line).containsExactly(12L);
    }

    @Test
    void rowThatAParticularZoneSkipsIsRefused() {
        FileReading found = read(
                "time,open,high,low,close\n2026-03-08 02:30,1.1,1.3,1.0,1.2\n",
                format("EURUSD", ZoneId.of("America/New_York")));

        assertThat(found.refused).extracting(RefusedRow::reason).containsExactly(RowRefusal.BAD_TIME);
    }

    @Test
    void statedSymbolWinsUnlessTheRowNamesAnotherInstrument() {
        FileReading found = read(
                HEADER + ROW + ROW.replace("EURUSD", "my-euro-feed") + ROW.replace("EURUSD", "GBPUSD"),
                format("EURUSD", ZoneOffset.UTC));

        assertThat(found.rows).extracting(CandleRow::symbol).containsExactly("EURUSD", "EURUSD");
        assertThat(found.refused)
                .containsExactly(new RefusedRow(4, RowRefusal.OTHER_SYMBOL, "'GBPUSD' in a file of EURUSD"));
    }

    @Test
    void namesEveryColumnThatIsMissing() {
        assertThatThrownBy(() -> read("when,open,prices\n"))
                .asInstanceOf(type(UnreadableSourceException.class))
                .satisfies(cause -> assertThat(cause.faults())
                        .extracting(UnreadableSourceException.Fault::message)
                        .satisfiesExactly(
                                time -> assertThat(time).contains("column for time"),
                                high -> assertThat(high).contains("column for high"),
                                low -> assertThat(low).contains("column for low"),
                                close -> assertThat(close).contains("column for close"),
                                symbol -> assertThat(symbol).contains("symbol must be given")));
    }

    @Test
    void namedColumnThatTheFileLacksIsNamed() {
        FileFormat format =
                TestFormat.of(null).column(CandleField.CLOSE, "Schluss").build();

        assertThatThrownBy(() -> read(HEADER, format))
                .asInstanceOf(type(UnreadableSourceException.class))
                .satisfies(cause -> assertThat(cause.faults())
                        .containsExactly(new UnreadableSourceException.Fault(
                                "columns", "the file has no column 'Schluss' for close")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "PK\u0003\u0004zip", "\u0000\u0001\u0002", "\"time,open"})
    void whatIsNoSuchFileIsRefusedAsAWhole(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableSourceException.class);
    }

    @Test
    void gzipThatIsCutOffIsRefusedAsAWhole() throws IOException {
        byte[] whole = gzip(HEADER + ROW.repeat(1000));

        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 20), FileFormat.detected()))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("cut off");
        assertThatThrownBy(() -> read(new byte[] {0x1F, (byte) 0x8B, 8}, FileFormat.detected()))
                .isInstanceOf(UnreadableSourceException.class);
    }

    @Test
    void fileThatUnpacksToMoreThanItMayIsRefused() throws IOException {
        byte[] small = gzip(HEADER + ROW.repeat(10_000));

        assertThat(small.length).isLessThan(10_000);
        assertThatThrownBy(() -> new CsvCandles(new ByteArrayInputStream(small), FileFormat.detected(), names(), 10_000)
                        .forEach(FileReading.empty()))
                .asInstanceOf(type(UnreadableSourceException.class))
                .satisfies(cause -> assertThat(cause.isTooLarge()).isTrue());
    }

    private static FileFormat format(@Nullable String symbol, ZoneId zone) {
        return TestFormat.of(symbol).zone(zone).build();
    }

    private static FileReading read(String text) {
        return read(text, FileFormat.detected());
    }

    private static FileReading read(String text, FileFormat format) {
        return read(text.getBytes(StandardCharsets.UTF_8), format);
    }

    private static FileReading read(byte[] bytes, FileFormat format) {
        return FileReading.of(bytes, format);
    }

    private static InstrumentCatalog names() {
        return InstrumentCatalog.shipped();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
