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
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Rows of a CSV file, plain or gzip, in UTF-8 or UTF-16.
 *
 * <p>Its first lines show how it is written ({@link FileLayout}); the others are read as they come, so a file of any
 * size needs the memory of those. A row that cannot be read is refused with its line and the next one is read; only a
 * file that is no such file at all ends the import. Serves one reading.
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
            forEachLine(new LineReader(text(unpacked), MAX_LINE), sink);
        } catch (ZipException | EOFException cause) {
            throw UnreadableSourceException.damaged("the gzip data is damaged or cut off: " + cause.getMessage());
        } catch (IOException cause) {
            throw UnreadableSourceException.damaged("the file broke off: " + cause.getMessage());
        }
    }

    private InputStream unpacked() throws IOException {
        PushbackInputStream buffered = new PushbackInputStream(new BufferedInputStream(bytes, BUFFER), 2);
        byte[] first = head(buffered, 2);
        if (first.length == 0) {
            throw UnreadableSourceException.damaged("the file is empty");
        }
        if (startsWith(first, 'P', 'K')) {
            throw UnreadableSourceException.damaged("the file is a zip archive; unpack it or use gzip");
        }
        return startsWith(first, 0x1F, 0x8B) ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    /** The text in UTF-16 where its first bytes show that, else in UTF-8; without the mark of the byte order. */
    private static Reader text(InputStream unpacked) throws IOException {
        PushbackInputStream in = new PushbackInputStream(new BufferedInputStream(unpacked, BUFFER), 3);
        byte[] first = head(in, 3);
        if (startsWith(first, 0xEF, 0xBB) && first.length == 3 && (first[2] & 0xFF) == 0xBF) {
            in.skipNBytes(3);
        } else if (startsWith(first, 0xFF, 0xFE) || startsWith(first, 0xFE, 0xFF)) {
            return new InputStreamReader(in, StandardCharsets.UTF_16);
        } else if (first.length >= 2 && first[0] == 0 && first[1] != 0) {
            return new InputStreamReader(in, StandardCharsets.UTF_16BE);
        } else if (first.length >= 2 && first[0] != 0 && first[1] == 0) {
            return new InputStreamReader(in, StandardCharsets.UTF_16LE);
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    /** The first bytes, which are read again afterwards. */
    private static byte[] head(PushbackInputStream in, int count) throws IOException {
        byte[] head = in.readNBytes(count);
        in.unread(head);
        return head;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private void forEachLine(LineReader lines, Sink sink) throws IOException {
        List<FileLine> ahead = FileLine.ahead(lines);
        FileLayout layout = FileLayout.of(ahead, format, catalog);
        RowReader rows = new RowReader(layout, format, catalog);
        for (FileLine line : ahead.subList(layout.firstRow(), ahead.size())) {
            read(line, layout, rows).handTo(sink);
        }
        ahead.clear();
        for (FileLine line = FileLine.next(lines); line != null; line = FileLine.next(lines)) {
            read(line, layout, rows).handTo(sink);
        }
    }

    private static RowReader.Outcome read(FileLine line, FileLayout layout, RowReader rows) {
        if (line.cut()) {
            return refused(line, "the line is longer than " + MAX_LINE + " characters");
        }
        return line.cells(layout.delimiter())
                .map(cells -> rows.read(line.number(), cells))
                .orElseGet(() -> refused(line, "the quotes do not match up"));
    }

    private static RowReader.Outcome refused(FileLine line, String found) {
        return new RowReader.Refused(new RefusedRow(line.number(), RowRefusal.UNREADABLE_ROW, found));
    }
}
