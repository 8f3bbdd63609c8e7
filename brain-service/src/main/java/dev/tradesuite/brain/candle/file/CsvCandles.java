package dev.tradesuite.brain.candle.file;

import dev.tradesuite.brain.candle.CandleRows;
import dev.tradesuite.brain.candle.RefusedRow;
import dev.tradesuite.brain.candle.UnreadableSourceException;
import dev.tradesuite.contracts.brain.RowRefusal;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file with a header line, plain or gzip, in UTF-8.
 *
 * <p>Reads as it goes: a file of any size needs the memory of one line. A row that cannot be read is refused with its
 * line and the next one is read; only a file that is no such file at all ends the import. Serves one reading.
 */
public final class CsvCandles implements CandleRows {

    private static final int BUFFER = 1 << 16;
    private static final int MAX_LINE = 10_000;

    private final InputStream bytes;
    private final FileFormat format;
    private final InstrumentCatalog catalog;
    private final long maxBytes;

    /**
     * Describes a file; nothing is read yet.
     *
     * @param bytes the file; the caller closes it
     * @param catalog finds instruments by what files call them
     * @param maxBytes size the file may have when unpacked
     */
    public CsvCandles(InputStream bytes, FileFormat format, InstrumentCatalog catalog, long maxBytes) {
        this.bytes = bytes;
        this.format = format;
        this.catalog = catalog;
        this.maxBytes = maxBytes;
    }

    @Override
    public void forEach(Sink sink) {
        try {
            InputStream unpacked = new LimitedInputStream(unpacked(), maxBytes);
            forEachLine(new LineReader(new InputStreamReader(unpacked, StandardCharsets.UTF_8), MAX_LINE), sink);
        } catch (ZipException | EOFException cause) {
            throw UnreadableSourceException.damaged("the gzip data is damaged or cut off: " + cause.getMessage());
        } catch (IOException cause) {
            throw UnreadableSourceException.damaged("the file broke off: " + cause.getMessage());
        }
    }

    private InputStream unpacked() throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(bytes, BUFFER);
        buffered.mark(4);
        int first = buffered.read();
        int second = buffered.read();
        buffered.reset();
        if (first < 0) {
            throw UnreadableSourceException.damaged("the file is empty");
        }
        if (first == 'P' && second == 'K') {
            throw UnreadableSourceException.damaged("the file is a zip archive; unpack it or use gzip");
        }
        if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
            throw UnreadableSourceException.damaged("the file is UTF-16 text; save it as UTF-8");
        }
        return first == 0x1F && second == 0x8B ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    private void forEachLine(LineReader lines, Sink sink) throws IOException {
        String header = firstLine(lines);
        char delimiter = CsvLine.delimiterOf(header);
        ColumnMap columns = ColumnMap.of(
                CsvLine.split(header, delimiter)
                        .orElseThrow(() ->
                                UnreadableSourceException.damaged("the quotes of the first line do not match up")),
                format);
        RowReader rows = new RowReader(columns, format, catalog);
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                readRow(lines, line, delimiter, rows, sink);
            }
        }
    }

    private static void readRow(LineReader lines, String line, char delimiter, RowReader rows, Sink sink) {
        if (lines.wasCut()) {
            sink.refused(new RefusedRow(
                    lines.number(), RowRefusal.UNREADABLE_ROW, "the line is longer than " + MAX_LINE + " characters"));
            return;
        }
        CsvLine.split(line, delimiter)
                .map(fields -> rows.read(lines.number(), fields))
                .orElseGet(() -> new RowReader.Refused(
                        new RefusedRow(lines.number(), RowRefusal.UNREADABLE_ROW, "the quotes do not match up")))
                .handTo(sink);
    }

    private static String firstLine(LineReader lines) throws IOException {
        for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
            String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (!text.isBlank()) {
                return text;
            }
        }
        throw UnreadableSourceException.damaged("the file has no lines");
    }
}
