package dev.tradesuite.launcher.cases;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tradesuite.test.SharedCases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers like the Gamma API, from a case, and keeps the requests it got. */
final class FakeVenue implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile JsonNode state = JSON.createObjectNode().put("mode", "ok").set("events", JSON.createArrayNode());

    FakeVenue() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/events", this::events);
        server.createContext("/markets", this::markets);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Shows what a case of the folder {@code gamma} says. */
    void show(String file) throws IOException {
        state = JSON.readTree(Files.readString(SharedCases.require("gamma/" + file)));
        requests.clear();
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    private void events(HttpExchange exchange) throws IOException {
        Map<String, List<String>> query = query(exchange);
        boolean keyset = exchange.getRequestURI().getPath().endsWith("/keyset");
        if (!keyset && state.path("mode").asString().equals("nooffset") && query.containsKey("offset")) {
            answer(exchange, 422, JSON.createObjectNode().put("error", "offset is not supported; use /events/keyset"));
            return;
        }
        List<JsonNode> kept = elements(state.path("events")).stream()
                .filter(event -> asked(query, "closed", event))
                .toList();
        int from = Integer.parseInt(query.getOrDefault(keyset ? "after_cursor" : "offset", List.of("0"))
                .getFirst());
        int to = Math.min(
                kept.size(),
                from
                        + Integer.parseInt(
                                query.getOrDefault("limit", List.of("20")).getFirst()));
        ArrayNode page = JSON.createArrayNode();
        kept.subList(Math.min(from, to), to).forEach(page::add);
        if (!keyset) {
            answer(exchange, 200, page);
            return;
        }
        ObjectNode body = JSON.createObjectNode().set("events", page);
        if (to < kept.size()) {
            body.put("next_cursor", Integer.toString(to));
        }
        answer(exchange, 200, body);
    }

    private void markets(HttpExchange exchange) throws IOException {
        Map<String, List<String>> query = query(exchange);
        ArrayNode found = JSON.createArrayNode();
        elements(state.path("events")).stream()
                .flatMap(event -> elements(event.path("markets")).stream())
                .filter(market -> query.getOrDefault("id", List.of())
                        .contains(market.path("id").asString()))
                .filter(market -> asked(query, "closed", market))
                .forEach(found::add);
        answer(exchange, 200, found);
    }

    private static boolean asked(Map<String, List<String>> query, String flag, JsonNode node) {
        List<String> wanted = query.getOrDefault(flag, List.of());
        return wanted.isEmpty()
                || Boolean.parseBoolean(wanted.getFirst()) == node.path(flag).asBoolean(false);
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).collect(Collectors.toCollection(ArrayList::new));
    }

    private Map<String, List<String>> query(HttpExchange exchange) {
        String raw = exchange.getRequestURI().getRawQuery();
        requests.add(exchange.getRequestURI().toString());
        return raw == null
                ? Map.of()
                : Arrays.stream(raw.split("&", -1))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.groupingBy(
                                pair -> pair[0],
                                Collectors.mapping(
                                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                                        Collectors.toList())));
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
