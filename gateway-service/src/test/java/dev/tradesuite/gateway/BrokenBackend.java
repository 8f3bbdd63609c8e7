package dev.tradesuite.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Something behind the gateway that reads a request and sends back bytes no service would send. */
final class BrokenBackend implements AutoCloseable {

    private final ServerSocket server;
    private final byte[] answer;

    private BrokenBackend(ServerSocket server, String answer) {
        this.server = server;
        this.answer = answer.getBytes(StandardCharsets.ISO_8859_1);
    }

    static BrokenBackend answering(String bytes) {
        try {
            BrokenBackend backend = new BrokenBackend(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), bytes);
            Thread.ofPlatform().daemon().name("broken-backend").start(backend::serve);
            return backend;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                readHeader(client.getInputStream());
                client.getOutputStream().write(answer);
                client.getOutputStream().flush();
            } catch (SocketException _) {
                // The gateway hung up, or the test has ended.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void readHeader(InputStream in) throws IOException {
        int matched = 0;
        while (matched < 4) {
            int read = in.read();
            if (read < 0) {
                return;
            }
            matched = read == "\r\n\r\n".charAt(matched) ? matched + 1 : 0;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
