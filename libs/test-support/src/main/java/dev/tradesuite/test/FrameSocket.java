package dev.tradesuite.test;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * The client's side of RFC 6455 on a plain socket.
 *
 * <p>The WebSocket of {@code java.net.http} loses bytes now and then when a server talks at once after the handshake
 * and the machine is busy: about one connection of two thousand then ends with "invalid UTF-8" or "unexpected rsv1
 * bit", while the bytes on the wire are right.
 */
public final class FrameSocket implements AutoCloseable {

    /** A text. */
    public static final int TEXT = 1;

    /** Bytes. */
    public static final int BINARY = 2;

    private static final int CONTINUATION = 0;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int FINAL = 0x80;
    private static final int RESERVED = 0x70;
    private static final int MASKED = 0x80;
    private static final int NO_CODE = 1005;

    /** What a server says. */
    public sealed interface Heard {

        /** A whole text. */
        record Text(String text) implements Heard {}

        /** Its last word. */
        record Closed(int code) implements Heard {}
    }

    /** The server does not take the connection. */
    public static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final int status;

        RefusedException(String answer) {
            super(answer);
            this.status = Integer.parseInt(answer.split(" ", 3)[1]);
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }
    }

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    private FrameSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new DataOutputStream(socket.getOutputStream());
    }

    /**
     * Connects.
     *
     * @throws RefusedException when the server answers with another status than 101
     */
    public static FrameSocket connect(URI address, Map<String, String> headers) {
        try {
            FrameSocket opened = new FrameSocket(new Socket(address.getHost(), address.getPort()));
            opened.shakeHands(address, headers);
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a text. */
    public void send(String text) {
        send(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a message in one frame. */
    public synchronized void send(int opcode, byte[] payload) {
        try {
            var frame = new ByteArrayOutputStream();
            var bytes = new DataOutputStream(frame);
            bytes.writeByte(FINAL | opcode);
            if (payload.length < 126) {
                bytes.writeByte(MASKED | payload.length);
            } else if (payload.length <= 0xFFFF) {
                bytes.writeByte(MASKED | 126);
                bytes.writeShort(payload.length);
            } else {
                bytes.writeByte(MASKED | 127);
                bytes.writeLong(payload.length);
            }
            // A mask of zeros is one, too.
            bytes.writeInt(0);
            bytes.write(payload);
            out.write(frame.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for what the server says next, for so long between two packets. */
    public Heard next(Duration patience) throws IOException {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        return next();
    }

    /** Waits for what the server says next; pings are answered. */
    public Heard next() throws IOException {
        var message = new ByteArrayOutputStream();
        while (true) {
            int first = in.readUnsignedByte();
            byte[] payload = in.readNBytes(length());
            int opcode = first & 0x0F;
            if ((first & RESERVED) != 0) {
                throw new IOException("a reserved bit is set");
            }
            switch (opcode) {
                case TEXT, CONTINUATION -> message.write(payload);
                case PING -> send(PONG, payload);
                case PONG -> {}
                case CLOSE -> {
                    return closed(payload);
                }
                default -> throw new IOException("unexpected opcode " + opcode);
            }
            if (opcode <= TEXT && (first & FINAL) != 0) {
                return new Heard.Text(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(message.toByteArray()))
                        .toString());
            }
        }
    }

    /** Ends the connection without a word. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Heard closed(byte[] payload) {
        send(CLOSE, payload);
        close();
        return new Heard.Closed(
                payload.length < 2 ? NO_CODE : ByteBuffer.wrap(payload).getShort() & 0xFFFF);
    }

    private int length() throws IOException {
        int length = in.readUnsignedByte();
        return switch (length) {
            case 126 -> in.readUnsignedShort();
            case 127 -> Math.toIntExact(in.readLong());
            default -> length;
        };
    }

    private void shakeHands(URI address, Map<String, String> headers) throws IOException {
        StringBuilder request = new StringBuilder()
                .append("GET %s HTTP/1.1\r\n".formatted(path(address)))
                .append("Host: %s\r\n".formatted(address.getAuthority()))
                .append("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n")
                // The example of the RFC; the tests need no nonce.
                .append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        headers.forEach((name, value) -> request.append("%s: %s\r\n".formatted(name, value)));
        out.write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        String status = line();
        String header = line();
        while (!header.isEmpty()) {
            header = line();
        }
        if (!status.startsWith("HTTP/1.1 101")) {
            close();
            throw new RefusedException(status);
        }
    }

    private static String path(URI address) {
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n") < 0) {
            text.append((char) in.readUnsignedByte());
        }
        return text.substring(0, text.length() - 2);
    }
}
