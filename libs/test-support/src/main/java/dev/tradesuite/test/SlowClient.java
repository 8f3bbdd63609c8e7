package dev.tradesuite.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that keeps a connection busy with as little as possible: a byte every tenth of a second, for ever. */
public final class SlowClient {

    private static final int PAUSE_MILLIS = 100;

    /** A server that takes so many bytes one by one waits for ever. */
    private static final int MOST_BYTES = 600;

    private SlowClient() {}

    /**
     * What the server has answered when it ends the connection.
     *
     * @param begin sent at once
     * @param drop sent from then on, one byte after another, again and again
     * @throws AssertionError when the server does not end it
     */
    public static String drip(URI address, String begin, String drop) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] bytes = drop.getBytes(StandardCharsets.ISO_8859_1);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PAUSE_MILLIS);
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(begin.getBytes(StandardCharsets.ISO_8859_1));
            for (int i = 0; i < MOST_BYTES; i++) {
                if (isEnded(socket.getInputStream(), answer)) {
                    return answer.toString(StandardCharsets.ISO_8859_1);
                }
                socket.getOutputStream().write(bytes[i % bytes.length]);
            }
        } catch (SocketException _) {
            // Reset while we wrote: it is ended.
            return answer.toString(StandardCharsets.ISO_8859_1);
        }
        throw new AssertionError("the connection is still open after %d bytes, one by one".formatted(MOST_BYTES));
    }

    /** Waits a little; whether the server ended the connection meanwhile. */
    private static boolean isEnded(InputStream in, ByteArrayOutputStream answer) throws IOException {
        try {
            while (true) {
                int read = in.read();
                if (read < 0) {
                    return true;
                }
                answer.write(read);
            }
        } catch (SocketTimeoutException _) {
            return false;
        }
    }
}
