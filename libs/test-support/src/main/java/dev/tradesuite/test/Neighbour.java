package dev.tradesuite.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A neighbouring service as the one under test meets it: a real HTTP server whose answers the test decides. */
public final class Neighbour implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** What comes back for a request. */
    @FunctionalInterface
    public interface Behaviour {

        /** The answer, as soon as there is one. */
        Reply to(Call call) throws IOException;
    }

    /**
     * A request as it came in.
     *
     * @param headers first values by name, whatever the case
     */
    public record Call(String method, String path, @Nullable String query, Map<String, String> headers, JsonNode body) {

        /** A header; "null" when it was not sent. */
        public String header(String name) {
            return String.valueOf(headers.get(name));
        }

        /** The token. */
        public String authorization() {
            return header("Authorization");
        }

        /** The trace it belongs to. */
        public String traceparent() {
            return header("traceparent");
        }

        /** The fence of the cycle it belongs to. */
        public String fence() {
            return header("X-Cycle-Fence");
        }

        /** The key under which a repeat is the same. */
        public String idempotencyKey() {
            return header("Idempotency-Key");
        }
    }

    /** An answer. */
    public record Reply(int status, String body) {

        /** All went well. */
        public static Reply ok(String json) {
            return new Reply(200, json);
        }

        /** A problem with its code. */
        public static Reply problem(int status, String code) {
            return new Reply(
                    status,
                    """
                    {"type":"urn:problem:test","title":"t","status":%d,"detail":"as the test wants","code":"%s","errors":[]}
                    """
                            .formatted(status, code));
        }
    }

    private final int port = TestBroker.freePort();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Predicate<Call> kept;
    private volatile Behaviour behaviour = _ -> Reply.problem(500, "INTERNAL");
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    /** One that keeps every call. */
    public Neighbour() {
        this(_ -> true);
    }

    /**
     * One that listens at once.
     *
     * @param kept which calls are kept
     */
    public Neighbour(Predicate<Call> kept) {
        this.kept = kept;
        start();
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Answers so from now on. */
    public void answers(Behaviour wanted) {
        behaviour = wanted;
    }

    /** How it answers now. */
    public Behaviour behaviour() {
        return behaviour;
    }

    /** The calls that were kept, in their order. */
    public List<Call> calls() {
        return calls;
    }

    /** Forgets the calls. */
    public void forgetCalls() {
        calls.clear();
    }

    /** Listens again, at the same address. */
    public void start() {
        if (server != null) {
            return;
        }
        try {
            HttpServer starting = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
            ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
            starting.setExecutor(executor);
            starting.createContext("/", this::handle);
            starting.start();
            server = starting;
            threads = executor;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing listens any more. */
    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
        if (threads != null) {
            threads.shutdownNow();
            threads = null;
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            Call call = new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestURI().getQuery(),
                    headers,
                    body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
            if (kept.test(call)) {
                calls.add(call);
            }
            Reply reply = behaviour.to(call);
            byte[] answer = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", reply.status() < 400 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(reply.status(), answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
