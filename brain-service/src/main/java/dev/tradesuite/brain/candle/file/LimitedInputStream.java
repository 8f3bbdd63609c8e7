package dev.tradesuite.brain.candle.file;

import dev.tradesuite.brain.candle.UnreadableSourceException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends the import of a file that unpacks to more than it may; a small gzip file can hold gigabytes. */
final class LimitedInputStream extends FilterInputStream {

    private final long limit;
    private long read;

    LimitedInputStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int found = super.read();
        count(found < 0 ? 0 : 1);
        return found;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int found = super.read(into, offset, length);
        count(Math.max(0, found));
        return found;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > limit) {
            throw UnreadableSourceException.tooLarge(
                    "the file unpacks to more than " + limit + " bytes; import it in parts");
        }
    }
}
