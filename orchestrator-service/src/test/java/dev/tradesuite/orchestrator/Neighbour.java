package dev.tradesuite.orchestrator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tradesuite.test.TestBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A neighbouring service as the orchestrator meets it: a real HTTP server whose answers the test decides. */
final class Neighbour implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** What comes back for a request. */
    @FunctionalInterface
    interface Behaviour {

        Reply to(Call call) throws IOException;
    }

    /** A request as it came in. */
    record Call(
            String method,
            String path,
            @Nullable String query,
            String authorization,
            String traceparent,
            String fence,
            JsonNode body) {

        /** Asked beside the trade, for its size; limits now and then, by whichever request comes first. */
        boolean asksForMargin() {
            return path.startsWith("/api/v1/risk/limits/") || path.startsWith("/api/v1/risk/accounts/");
        }
    }

    /** An answer. */
    record Reply(int status, String body) {

        static Reply ok(String json) {
            return new Reply(200, json);
        }

        static Reply problem(int status, String code) {
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
    private volatile Behaviour behaviour = _ -> Reply.problem(500, "INTERNAL");
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    Neighbour() {
        start();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    void answers(Behaviour wanted) {
        behaviour = wanted;
    }

    /** How it answers now. */
    Behaviour behaviour() {
        return behaviour;
    }

    List<Call> calls() {
        return calls;
    }

    void forgetCalls() {
        calls.clear();
    }

    /** Listens again, at the same address. */
    void start() {
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
            Call call = new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestURI().getQuery(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("X-Cycle-Fence")),
                    body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
            if (!call.asksForMargin()) {
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
