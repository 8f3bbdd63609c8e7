package dev.tradesuite.portfolio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tradesuite.test.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Orchestrator and ledger over HTTP: every order is filled at once and held by its strategy, and the same key is the
 * same order. It keeps a log of its own.
 */
public final class FakeTradeServer implements AutoCloseable {

    private static final BigDecimal LOT = new BigDecimal("100000");

    private final JsonMapper json = new JsonMapper();
    private final HttpServer server;
    private final List<String> log = new ArrayList<>();
    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, BigDecimal> lots = new HashMap<>();
    private int refusals;
    private int lost;
    private boolean away;

    private FakeTradeServer(HttpServer server) {
        this.server = server;
    }

    /** Starts it. */
    public static FakeTradeServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeTradeServer trade = new FakeTradeServer(server);
            server.createContext("/", trade::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return trade;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Orders in the order in which they arrived. */
    public synchronized List<String> log() {
        return List.copyOf(log);
    }

    /** Forgets everything. */
    public synchronized void clear() {
        log.clear();
        answers.clear();
        lots.clear();
        refusals = 0;
        lost = 0;
        away = false;
    }

    /** The next orders are denied, because the account may only reduce. */
    public synchronized void deniesNext(int count) {
        refusals = count;
    }

    /** The answers to the next orders are lost on the way; the orders are not. */
    public synchronized void losesNextAnswers(int count) {
        lost = count;
    }

    /** Whether it answers 503 to everything. */
    public synchronized void isAway(boolean now) {
        away = now;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String answer = answer(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestURI().getQuery(),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                body);
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(bytes.length == 0 ? 503 : 200, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    /** Empty for 503. */
    private synchronized String answer(String method, String path, String query, String key, String body)
            throws IOException {
        if (away) {
            return "";
        }
        if (method.equals("GET")) {
            if (path.startsWith("/api/v1/owners/")) {
                return "{\"owner\":\"somebody-else\"}";
            }
            return path.endsWith("/holdings") ? holdings(path, query) : "{\"orders\":[]}";
        }
        String known = answers.get(key);
        if (known != null) {
            return known;
        }
        String answer = ordered(path, json.readTree(body));
        answers.put(key, answer);
        if (lost > 0) {
            lost--;
            return "";
        }
        return answer;
    }

    private String ordered(String path, JsonNode order) throws IOException {
        String holder = order.path("account_id").asString() + " "
                + order.path("strategy").asString();
        if (path.endsWith("/close")) {
            log.add("CLOSE " + holder);
            lots.remove(holder);
            return sample("Order").toString();
        }
        ObjectNode decision = sample("TradeDecision");
        if (refusals > 0) {
            refusals--;
            decision.remove("execution_result");
            decision.put("decision", "REJECT");
            ArrayNode reasons = decision.putArray("reasons");
            reasons.addObject().put("code", "RISK_DENIED").put("message", "Risk denied the trade.");
            reasons.addObject().put("code", "REDUCE_ONLY").put("message", "Only orders that reduce are allowed.");
            return decision.toString();
        }
        String side = order.path("side").asString();
        BigDecimal notional = order.path("notional").decimalValue();
        log.add("%s %s %s".formatted(side, holder, notional.stripTrailingZeros().toPlainString()));
        BigDecimal filled = notional.divide(LOT, 2, RoundingMode.DOWN);
        lots.merge(holder, side.equals("BUY") ? filled : filled.negate(), BigDecimal::add);
        ObjectNode result = (ObjectNode) decision.path("execution_result");
        result.put("client_order_id", order.path("client_order_id").asString());
        result.put("order_id", UUID.randomUUID().toString());
        return decision.toString();
    }

    private String holdings(String path, String query) {
        String account = path.replaceFirst(".*/accounts/", "").replaceFirst("/holdings", "");
        String strategy = query.replaceFirst(".*strategy=", "");
        ArrayNode holdings = json.createArrayNode();
        BigDecimal held = lots.get(account + " " + strategy);
        if (held != null) {
            holdings.addObject()
                    .put("account_id", account)
                    .put("strategy", strategy)
                    .put("symbol", "EURUSD")
                    .put("lots", held)
                    .put("average_price", 1.1)
                    .put("value", held.multiply(LOT))
                    .put("realised_pnl", 0)
                    .put("unrealised_pnl", 0);
        }
        return holdings.toString();
    }

    private ObjectNode sample(String name) throws IOException {
        return (ObjectNode) json.readTree(Files.readString(
                ProjectFolder.resolve("libs", "contracts", "src", "test", "resources", "samples", name + ".json")));
    }
}
