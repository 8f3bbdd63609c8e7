package dev.tradesuite.benchmarks.door;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * An answer as it stands on the wire.
 *
 * @param status of HTTP
 * @param body whole
 * @param last whether the connection ends with it
 */
record DoorAnswer(int status, String body, boolean last) {

    /** Reads the next answer. */
    static DoorAnswer read(InputStream in) throws IOException {
        String line = line(in);
        if (!line.startsWith("HTTP/1.1 ")) {
            throw new IOException("no answer begins with '%s'".formatted(line));
        }
        int status = Integer.parseInt(line, 9, 12, 10);
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equals("chunked");
                case "connection" -> last = value.equals("close");
                default -> {}
            }
        }
        return new DoorAnswer(status, chunked ? chunks(in) : text(in, length), last);
    }

    private static String chunks(InputStream in) throws IOException {
        StringBuilder body = new StringBuilder();
        int size = Integer.parseInt(line(in), 16);
        while (size > 0) {
            body.append(text(in, size));
            line(in);
            size = Integer.parseInt(line(in), 16);
        }
        line(in);
        return body.toString();
    }

    private static String text(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ends after %d of %d bytes".formatted(bytes.length, length));
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = in.read();
        while (read >= 0 && read != '\n') {
            line.write(read);
            read = in.read();
        }
        if (read < 0) {
            throw new EOFException("the connection was ended");
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }
}
