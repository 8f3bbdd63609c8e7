package dev.tradesuite.brain.candle.file;

import dev.tradesuite.brain.candle.CandleRow;
import dev.tradesuite.brain.candle.CandleRows;
import dev.tradesuite.brain.candle.RefusedRow;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What came out of a file. */
final class FileReading implements CandleRows.Sink {

    final List<CandleRow> rows = new ArrayList<>();
    final List<RefusedRow> refused = new ArrayList<>();

    private FileReading() {}

    static FileReading empty() {
        return new FileReading();
    }

    static FileReading of(String text, FileFormat format) {
        return of(text.getBytes(StandardCharsets.UTF_8), format);
    }

    static FileReading of(byte[] bytes, FileFormat format) {
        FileReading reading = new FileReading();
        new CsvCandles(new ByteArrayInputStream(bytes), format, InstrumentCatalog.shipped(), 1 << 20).forEach(reading);
        return reading;
    }

    /** Rows as {@code time open high low close volume}, a dash for no volume. */
    List<String> candles() {
        return rows.stream()
                .map(row -> "%s %s %s %s %s %s"
                        .formatted(
                                row.openTime(),
                                row.open().toPlainString(),
                                row.high().toPlainString(),
                                row.low().toPlainString(),
                                row.close().toPlainString(),
                                row.volume() == null ? "-" : row.volume().toPlainString()))
                .toList();
    }

    @Override
    public void read(CandleRow row) {
        rows.add(row);
    }

    @Override
    public void refused(RefusedRow row) {
        refused.add(row);
    }
}
