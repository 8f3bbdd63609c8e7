package dev.tradesuite.signals;

import com.sun.net.httpserver.HttpServer;
import dev.tradesuite.contracts.brain.BarSignals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** A brain that knows the bars the test tells it, answers replays with them, and keeps what it was asked. */
public final class FakeBrain implements AutoCloseable {

    private final HttpServer server;
    private final JsonMapper json;
    private final Map<String, BarSignals> bars = new ConcurrentSkipListMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Hold> holds = new ConcurrentHashMap<>();
    private volatile boolean isAway;

    /** Pages that begin at or after a moment wait. */
    private record Hold(Instant from, CountDownLatch reached, CountDownLatch released) {}

    private FakeBrain(HttpServer server, JsonMapper json) {
        this.server = server;
        this.json = json;
    }

    /** Starts it. */
    public static FakeBrain start(JsonMapper json) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeBrain brain = new FakeBrain(server, json);
            server.createContext("/api/v1/brain/models/replay", exchange -> {
                Map<String, String> query = UriComponentsBuilder.newInstance()
                        .query(exchange.getRequestURI().getQuery())
                        .build()
                        .getQueryParams()
                        .toSingleValueMap();
                boolean isSize = exchange.getRequestURI().getPath().endsWith("/size");
                byte[] body = (isSize ? brain.size(query) : brain.replay(query)).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", isSize ? "application/json" : "application/x-ndjson");
                if (brain.isAway) {
                    exchange.sendResponseHeaders(503, -1);
                    exchange.close();
                    return;
                }
                exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return brain;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Tells it bars. */
    public void knows(List<BarSignals> all) {
        all.forEach(bar -> bars.put(bar.symbol() + " " + bar.bar().openTime(), bar));
    }

    /** Symbols it was asked about, in order. */
    public List<String> asked() {
        return asked;
    }

    /** Lets it answer 503, or answer again. */
    public void away(boolean away) {
        isAway = away;
    }

    /** Holds back the first page of a symbol that begins at or after a moment. */
    public void hold(String symbol, Instant from) {
        holds.put(symbol, new Hold(from, new CountDownLatch(1), new CountDownLatch(1)));
    }

    /** Waits until a page is held back. */
    public void awaitHeld(String symbol) throws InterruptedException {
        if (!Objects.requireNonNull(holds.get(symbol)).reached().await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody asked for the page");
        }
    }

    /** Holds no other page back. */
    public void holdNoMore(String symbol) {
        Objects.requireNonNull(holds.remove(symbol));
    }

    /** Releases what is held back; {@link #holdNoMore} says first that nothing else is to be. */
    public Runnable releaser(String symbol) {
        return Objects.requireNonNull(holds.get(symbol)).released()::countDown;
    }

    private void holdBack(String symbol, Instant from) {
        Hold hold = holds.get(symbol);
        if (hold != null && !from.isBefore(hold.from())) {
            hold.reached().countDown();
            try {
                hold.released().await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private String size(Map<String, String> query) {
        return "{\"bars\": %d}"
                .formatted(matching(
                                query.getOrDefault("symbol", ""),
                                Instant.parse(query.getOrDefault("from", "")),
                                Instant.parse(query.getOrDefault("to", "")))
                        .count());
    }

    private String replay(Map<String, String> query) {
        Instant from = Instant.parse(query.getOrDefault("from", ""));
        Instant to = Instant.parse(query.getOrDefault("to", ""));
        String symbol = query.getOrDefault("symbol", "");
        asked.add(symbol);
        holdBack(symbol, from);
        return matching(symbol, from, to)
                .limit(Long.parseLong(query.getOrDefault("limit", "")))
                .map(json::writeValueAsString)
                .collect(Collectors.joining("\n"));
    }

    private Stream<BarSignals> matching(String symbol, Instant from, Instant to) {
        return bars.values().stream()
                .filter(bar -> bar.symbol().equals(symbol)
                        && !bar.bar().openTime().isBefore(from)
                        && bar.bar().openTime().isBefore(to));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
