package dev.tradesuite.brain.candle.file;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines that end in LF, CR or both, and counts them. A line longer than any candle is cut off, so that a file
 * without line ends does not fill the memory.
 */
final class LineReader {

    private static final int BUFFER = 1 << 16;

    private final Reader reader;
    private final int maxLength;
    private final char[] buffer = new char[BUFFER];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int filled;
    private long number;
    private boolean cut;

    LineReader(Reader reader, int maxLength) {
        this.reader = reader;
        this.maxLength = maxLength;
    }

    /** The next line without its end; null after the last one. */
    @Nullable
    String next() throws IOException {
        line.setLength(0);
        cut = false;
        boolean any = false;
        while (at < filled || fill()) {
            any = true;
            int end = endOfLine();
            append(end);
            if (end < filled) {
                skipLineEnd(end);
                number++;
                return line.toString();
            }
            at = filled;
        }
        if (!any) {
            return null;
        }
        number++;
        return line.toString();
    }

    /** Number of the line read last, from 1. */
    long number() {
        return number;
    }

    /** Whether the line read last was longer than allowed. */
    boolean wasCut() {
        return cut;
    }

    private int endOfLine() {
        int end = at;
        while (end < filled && buffer[end] != '\n' && buffer[end] != '\r') {
            end++;
        }
        return end;
    }

    private void append(int end) {
        int room = maxLength - line.length();
        if (end - at > room) {
            cut = true;
        }
        line.append(buffer, at, Math.min(room, end - at));
    }

    private void skipLineEnd(int end) throws IOException {
        at = end + 1;
        if (buffer[end] == '\r' && (at < filled || fill()) && buffer[at] == '\n') {
            at++;
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, reader.read(buffer, 0, buffer.length));
        return filled > 0;
    }
}
