package dev.tradesuite.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a service and a server, and can freeze: connections are taken and stay open, and nothing comes through
 * any more, as with a server that is stopped in the middle of its work.
 */
public final class TestProxy implements AutoCloseable {

    private static final int BUFFER = 1 << 14;

    private final InetSocketAddress target;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object gate = new Object();
    private boolean frozen;

    private TestProxy(InetSocketAddress target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("test-proxy").start(this::accept);
    }

    /** A proxy of a server on this machine. */
    public static TestProxy of(int port) {
        try {
            return new TestProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Port to connect to in place of the server's. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Lets nothing through any more, and closes nothing. */
    public void freeze() {
        synchronized (gate) {
            frozen = true;
        }
    }

    /** Lets through again what waits and what comes. */
    public void thaw() {
        synchronized (gate) {
            frozen = false;
            gate.notifyAll();
        }
    }

    /** Breaks every connection off. */
    public void cut() {
        open.forEach(TestProxy::closeQuietly);
        open.clear();
    }

    @Override
    public void close() {
        thaw();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            cut();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket();
                open.add(client);
                open.add(server);
                server.connect(target);
                pump(client, server);
                pump(server, client);
            } catch (IOException _) {
                // Closed, or the server is away: the client sees its connection end.
            }
        }
    }

    private void pump(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            byte[] buffer = new byte[BUFFER];
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    awaitThaw();
                    out.write(buffer, 0, read);
                }
            } catch (IOException _) {
                // One side has closed; so does the other.
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void awaitThaw() throws InterruptedException {
        synchronized (gate) {
            while (frozen) {
                gate.wait();
            }
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is closed then.
        }
    }
}
