package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.FrameSocket;
import dev.tradesuite.test.SuiteClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the feed: a thread reads what comes, the test takes it. */
public final class FeedClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PATIENCE_SECONDS = 30;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CountDownLatch thawed;
    private final FrameSocket socket;

    private FeedClient(SuiteClient service, String query, Map<String, String> headers, boolean isFrozen) {
        this.thawed = new CountDownLatch(isFrozen ? 1 : 0);
        this.socket = FrameSocket.connect(service.uri("/ws/trading-signals" + query), headers);
        Thread.ofPlatform().daemon().name("feed-listener").start(this::listen);
    }

    /** Connects without a token. */
    public static FeedClient connect(SuiteClient service, String query) {
        return new FeedClient(service, query, Map.of(), false);
    }

    /** Connects with headers. */
    public static FeedClient connect(SuiteClient service, String query, Map<String, String> headers) {
        return new FeedClient(service, query, headers, false);
    }

    /** Connects and takes nothing until it is thawed. */
    public static FeedClient frozen(SuiteClient service, Map<String, String> headers) {
        return new FeedClient(service, "", headers, true);
    }

    /** The equity of a symbol: the last message of a bar. */
    public static Predicate<JsonNode> isLastOfBar(String symbol) {
        return message -> message.path("type").asString().equals("equity_update")
                && message.path("symbol").asString().equals(symbol);
    }

    /** Numbers of durable messages: heartbeats and what is of the moment repeat one. */
    public static List<Long> numbers(List<JsonNode> messages) {
        return messages.stream()
                .filter(message -> message.has("symbol"))
                .map(message -> message.path("seq").asLong())
                .toList();
    }

    /** Takes everything from now on. */
    public void thaw() {
        thawed.countDown();
    }

    /** Says something. */
    public void say(String text) {
        socket.send(text);
    }

    /** Says something binary. */
    public void say(byte[] bytes) {
        socket.send(FrameSocket.BINARY, bytes);
    }

    /** The next text. */
    public String text() throws InterruptedException {
        String text = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(text)
                .as(() -> "nothing came; closed with %s".formatted(closed.getNow(0)))
                .isNotNull();
        return String.valueOf(text);
    }

    /** The next message. */
    public JsonNode next() throws InterruptedException {
        return JSON.readTree(text());
    }

    /** The next message of a type; others are passed over. */
    public JsonNode next(String type) throws InterruptedException {
        JsonNode message = next();
        while (!message.path("type").asString().equals(type)) {
            message = next();
        }
        return message;
    }

    /** All messages up to the first that is the last one. */
    public List<JsonNode> until(Predicate<JsonNode> last) throws InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        do {
            all.add(next());
        } while (!last.test(all.getLast()));
        return all;
    }

    /** All messages that came before the connection ended. */
    public List<JsonNode> rest() {
        closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        List<String> texts = new ArrayList<>();
        heard.drainTo(texts);
        return texts.stream().map(JSON::readTree).toList();
    }

    /** The code the connection is closed with. */
    public int code() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    @Override
    public void close() {
        socket.close();
        thawed.countDown();
    }

    private void listen() {
        try {
            thawed.await();
            while (!closed.isDone()) {
                switch (socket.next()) {
                    case FrameSocket.Heard.Text(String text) -> heard.add(text);
                    case FrameSocket.Heard.Closed(int code) -> closed.complete(code);
                }
            }
        } catch (IOException | UncheckedIOException | InterruptedException _) {
            closed.complete(1006);
        }
    }
}
