package dev.tradesuite.benchmarks.feed;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** WebSockets to one server, read on virtual threads. What they hear goes to one consumer, which many threads call. */
final class FeedClients implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .connectTimeout(PATIENCE)
            .build();
    private final List<WebSocket> sockets = new ArrayList<>();
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
        List<CompletableFuture<WebSocket>> sent =
                sockets.stream().map(socket -> socket.sendText(text, true)).toList();
        CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new))
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
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
        sockets.forEach(WebSocket::abort);
        http.shutdownNow();
        threads.shutdownNow();
    }

    private WebSocket connect(int number, URI address) {
        try {
            return http.newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .buildAsync(address, new Ear())
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "client %d cannot open ws://%s%s: %s"
                            .formatted(number, address.getAuthority(), address.getPath(), reason(e)),
                    e);
        }
    }

    private static String reason(CompletionException failure) {
        return failure.getCause() instanceof WebSocketHandshakeException refused
                ? "it answers " + refused.getResponse().statusCode()
                : failure.getCause() + "; is the suite up?";
    }

    private void lose(String reason) {
        if (!closing && lost.getAndIncrement() == 0) {
            firstLoss.set(reason);
        }
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder begun = new StringBuilder();

        @Override
        public void onOpen(WebSocket opened) {
            opened.request(Long.MAX_VALUE);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            begun.append(part);
            if (isLast) {
                String text = begun.toString();
                begun.setLength(0);
                heard.incrementAndGet();
                hearer.accept(text);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            lose(code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            lose(String.valueOf(failure));
        }
    }
}
