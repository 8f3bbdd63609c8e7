package dev.tradesuite.benchmarks.feed;

import dev.tradesuite.test.FrameSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** WebSockets to one server, read on virtual threads. What they hear goes to one consumer, which many threads call. */
final class FeedClients implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<FrameSocket> sockets = new ArrayList<>();
    private final AtomicLong heard = new AtomicLong();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicReference<String> firstLoss = new AtomicReference<>("");
    private final Consumer<String> hearer;
    private volatile boolean closing;

    private FeedClients(Consumer<String> hearer) {
        this.hearer = hearer;
    }

    /**
     * Opens them one after another.
     *
     * @param address of each; a ticket in it opens one only
     * @param hearer is given every text
     */
    static FeedClients open(int count, Supplier<URI> address, Consumer<String> hearer) {
        FeedClients clients = new FeedClients(hearer);
        try {
            for (int i = 0; i < count; i++) {
                clients.sockets.add(clients.connect(i + 1, address.get()));
            }
            return clients;
        } catch (RuntimeException e) {
            clients.close();
            throw e;
        }
    }

    /** Lets each say something. */
    void say(String text) {
        sockets.forEach(socket -> socket.send(text));
    }

    int count() {
        return sockets.size();
    }

    /** Texts that all of them together have heard. */
    long heard() {
        return heard.get();
    }

    /** Ends the program when the server has let one go: a figure of fewer clients would look better than it is. */
    void requireAll() {
        if (lost.get() > 0) {
            throw new IllegalStateException(
                    "%d of %d clients were cut off; the first: %s".formatted(lost.get(), count(), firstLoss.get()));
        }
    }

    @Override
    public void close() {
        closing = true;
        sockets.forEach(FrameSocket::close);
        threads.shutdownNow();
    }

    private FrameSocket connect(int number, URI address) {
        try {
            FrameSocket socket = FrameSocket.connect(address, Map.of());
            threads.execute(() -> listen(socket));
            return socket;
        } catch (FrameSocket.RefusedException e) {
            throw cannotOpen(number, address, "it answers " + e.status(), e);
        } catch (UncheckedIOException e) {
            throw cannotOpen(number, address, e.getCause() + "; is the suite up?", e);
        }
    }

    private static IllegalStateException cannotOpen(int number, URI address, String why, RuntimeException cause) {
        return new IllegalStateException(
                "client %d cannot open ws://%s%s: %s".formatted(number, address.getAuthority(), address.getPath(), why),
                cause);
    }

    private void listen(FrameSocket socket) {
        try {
            while (true) {
                switch (socket.next()) {
                    case FrameSocket.Heard.Text(String text) -> {
                        heard.incrementAndGet();
                        hearer.accept(text);
                    }
                    case FrameSocket.Heard.Closed(int code) -> {
                        lose("closed with " + code);
                        return;
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            lose(String.valueOf(e));
        }
    }

    private void lose(String reason) {
        if (!closing && lost.getAndIncrement() == 0) {
            firstLoss.set(reason);
        }
    }
}
