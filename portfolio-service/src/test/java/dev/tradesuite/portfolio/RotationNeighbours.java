package dev.tradesuite.portfolio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The orchestrator, as far as approvals go, risk-service, as far as trading states of strategies go, and
 * ledger-service, as far as it says that an account is {@link #OWNER}'s.
 */
final class RotationNeighbours implements AutoCloseable {

    /** Whose every account is. */
    static final String OWNER = "dora";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;

    /** What was asked for, in its order; a repeat with the same key is not asked for. */
    final List<String> log = new CopyOnWriteArrayList<>();

    /** State and cause by strategy. */
    final Map<String, String> states = new ConcurrentHashMap<>();

    volatile boolean riskAway;

    private final Map<String, String> byKey = new ConcurrentHashMap<>();

    private RotationNeighbours(HttpServer server) {
        this.server = server;
    }

    static RotationNeighbours start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            RotationNeighbours neighbours = new RotationNeighbours(server);
            server.createContext("/api/v1/approvals", neighbours::approvals);
            server.createContext("/api/v1/risk/trading-state", neighbours::risk);
            server.createContext("/api/v1/owners", RotationNeighbours::owners);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return neighbours;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void forget() {
        log.clear();
        states.clear();
        byKey.clear();
        riskAway = false;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void approvals(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            String path = exchange.getRequestURI().getPath();
            String id = path.substring(path.lastIndexOf('/') + 1);
            answer(
                    exchange,
                    200,
                    byKey.values().stream()
                            .filter(approval -> approval.contains(id))
                            .findFirst()
                            .orElse("{}"));
            return;
        }
        JsonNode asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        answer(exchange, 200, byKey.computeIfAbsent(key, _ -> {
            log.add("ask %s %s %s"
                    .formatted(
                            asked.path("kind").asString(),
                            asked.path("subject").asString(),
                            asked.path("payload_hash").asString()));
            return """
                    {"id":"%s","kind":"ROTATION","state":"PENDING","subject":"%s","summary":"x","payload":{},
                     "payload_hash":"%s","checks":[],"asked_by":"rotation","asked_at":"2026-05-01T10:00:00Z",
                     "expires_at":"2030-01-01T00:00:00Z","changes":[]}"""
                    .formatted(
                            UUID.randomUUID(),
                            asked.path("subject").asString(),
                            asked.path("payload_hash").asString());
        }));
    }

    /** Of what somebody owns nothing is told: every account is somebody else's for whom it is asked here. */
    private static void owners(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean one = path.indexOf('/', "/api/v1/owners/".length()) >= 0;
        answer(exchange, 200, one ? "{\"owner\":\"" + OWNER + "\"}" : "{\"ids\":[]}");
    }

    private void risk(HttpExchange exchange) throws IOException {
        if (riskAway) {
            answer(exchange, 503, "{}");
        } else if (exchange.getRequestMethod().equals("GET")) {
            String query = exchange.getRequestURI().getQuery();
            String state = states.get(query.substring(query.indexOf("id=") + 3));
            answer(exchange, 200, state == null ? "[]" : "[" + state + "]");
        } else {
            JsonNode wanted = JSON.readTree(exchange.getRequestBody().readAllBytes());
            String state =
                    """
                    {"scope":"STRATEGY","id":"%s","state":"%s","cause":"%s","changed_by":"trade-suite-service",
                     "changed_at":"2026-05-01T10:00:00Z"}"""
                            .formatted(
                                    wanted.path("id").asString(),
                                    wanted.path("state").asString(),
                                    wanted.path("reason").asString());
            states.put(wanted.path("id").asString(), state);
            answer(exchange, 200, state);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
