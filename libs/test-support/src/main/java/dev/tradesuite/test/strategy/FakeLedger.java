package dev.tradesuite.test.strategy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The books of portfolio 7 as a controller meets them over HTTP: a cycle begins, trades at once and is completed. What
 * it is asked is remembered; what it answers can be set.
 */
public final class FakeLedger {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOW = "2026-03-02T12:00:00Z";

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, JsonNode> reports = new ConcurrentHashMap<>();
    private final Map<String, ArrayNode> booked = new ConcurrentHashMap<>();
    private final Map<String, Object> config = new TreeMap<>();
    private final ArrayNode positions = JSON.createArrayNode();
    private final Set<String> denied = ConcurrentHashMap.newKeySet();

    private String strategyType = "";
    private @Nullable Problem problem;
    private boolean isAway;

    private FakeLedger(HttpServer server) {
        this.server = server;
    }

    /**
     * What it was asked.
     *
     * @param name {@code begin}, {@code orders} or {@code complete}
     * @param token of the caller
     */
    public record Call(String name, JsonNode body, String token) {}

    private record Problem(int status, String code, String detail) {}

    /** Starts on a free port; it ends with the JVM. */
    public static FakeLedger start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeLedger ledger = new FakeLedger(server);
            server.createContext("/", ledger::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return ledger;
        } catch (IOException e) {
            throw new UncheckedIOException("the played ledger does not start", e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Forgets everything; the portfolio is empty and run by this strategy. */
    public synchronized void reset(String type) {
        strategyType = type;
        problem = null;
        isAway = false;
        calls.clear();
        reports.clear();
        booked.clear();
        config.clear();
        positions.removeAll();
        denied.clear();
    }

    /** The portfolio sets a parameter. */
    public synchronized void sets(String parameter, Object value) {
        config.put(parameter, value);
    }

    /** The portfolio is run by another strategy. */
    public synchronized void isRunBy(String type) {
        strategyType = type;
    }

    /** The portfolio holds 100 shares, bought at 0.50. */
    public synchronized void holds(String marketId, String outcome) {
        positions
                .addObject()
                .put("position_id", UUID.nameUUIDFromBytes(bytes(marketId)).toString())
                .put("portfolio_id", 7)
                .put("market_id", marketId)
                .put("question", "Held?")
                .put("outcome", outcome)
                .put("status", "OPEN")
                .put("shares", 100)
                .put("average_price", 0.5)
                .put("cost", 50)
                .put("mark_price", 0.5)
                .put("unmarked", false)
                .put("marked_at", NOW)
                .put("value", 50)
                .put("opened_at", NOW);
    }

    /** Orders of the market are denied. */
    public void denies(String marketId) {
        denied.add(marketId);
    }

    /** Answers a problem to the beginning of a cycle. */
    public synchronized void refuses(int status, String code, String detail) {
        problem = new Problem(status, code, detail);
    }

    /** Breaks the connection when it comes to orders, or no longer. */
    public synchronized void isAway(boolean away) {
        isAway = away;
    }

    /** What it was asked so far. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Bodies of the calls with that name. */
    public List<JsonNode> bodies(String name) {
        return calls.stream()
                .filter(call -> call.name.equals(name))
                .map(Call::body)
                .toList();
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            String[] path = exchange.getRequestURI().getPath().split("/", -1);
            String name = path.length > 5 ? path[5] : "begin";
            String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            if (name.equals("orders") && isAway) {
                return;
            }
            calls.add(new Call(name, body, token));
            Problem refused = problem;
            if (refused != null) {
                answer(exchange, refused.status, "application/problem+json", problem(refused));
            } else {
                answer(exchange, 200, "application/json", answer(name, path[4], body));
            }
        }
    }

    private JsonNode answer(String name, String cycleId, JsonNode body) {
        return switch (name) {
            case "begin" -> {
                ObjectNode start = JSON.createObjectNode();
                start.set("portfolio", portfolio());
                start.set("positions", positions);
                start.putArray("orders");
                if (reports.containsKey(cycleId)) {
                    start.set("report", reports.get(cycleId));
                }
                yield start;
            }
            case "orders" -> orders(cycleId, body);
            default -> {
                JsonNode report = completed(cycleId, (ObjectNode) body.get("report"));
                reports.put(cycleId, report);
                yield report;
            }
        };
    }

    private ObjectNode orders(String cycleId, JsonNode body) {
        ObjectNode answer = JSON.createObjectNode();
        answer.set("portfolio", portfolio());
        answer.set("positions", positions);
        answer.putArray("settlements");
        ArrayNode orders = answer.putArray("orders");
        body.get("orders").forEach(order -> orders.add(order(cycleId, order)));
        booked.put(cycleId, orders);
        return answer;
    }

    /** The report with the orders and counts of the books. */
    private JsonNode completed(String cycleId, ObjectNode report) {
        ArrayNode orders = booked.getOrDefault(cycleId, JSON.createArrayNode());
        report.set("orders", orders);
        ((ObjectNode) report.get("counts"))
                .put("trades", count(orders, "FILLED"))
                .put("denied", count(orders, "DENIED"));
        return report;
    }

    private static int count(ArrayNode orders, String status) {
        return (int) orders.valueStream()
                .filter(order -> order.get("status").asString().equals(status))
                .count();
    }

    private ObjectNode order(String cycleId, JsonNode wanted) {
        String market = wanted.get("market_id").asString();
        ObjectNode order = JSON.createObjectNode()
                .put("order_id", UUID.nameUUIDFromBytes(bytes(cycleId + market)).toString())
                .put("portfolio_id", 7)
                .put("cycle_id", cycleId)
                .put("side", wanted.get("side").asString())
                .put("market_id", market)
                .put("outcome", wanted.get("outcome").asString())
                .put("status", denied.contains(market) ? "DENIED" : "FILLED")
                .put("created_at", NOW);
        ArrayNode reasons = order.putArray("reasons");
        if (denied.contains(market)) {
            reasons.addObject().put("code", "DAILY_LOSS_LIMIT").put("message", "The limit of the day is reached.");
        }
        return order;
    }

    private ObjectNode portfolio() {
        ObjectNode portfolio = JSON.createObjectNode()
                .put("portfolio_id", 7)
                .put("name", "North")
                .put("strategy_type", strategyType)
                .put("status", "ACTIVE")
                .put("initial_balance", 10_000)
                .put("cash", 9900)
                .put("positions_value", 0)
                .put("value", 9900)
                .put("realised_pnl", 0)
                .put("floating_pnl", 0)
                .put("open_positions", positions.size())
                .put("config_checked", true)
                .put("schedule", "PT15M")
                .put("risk_account_id", "portfolio-7")
                .put("sequence", 3)
                .put("created_at", NOW)
                .put("updated_at", NOW);
        portfolio.set("strategy_config", JSON.valueToTree(config));
        return portfolio;
    }

    private static ObjectNode problem(Problem problem) {
        return JSON.createObjectNode()
                .put("type", "urn:problem:x")
                .put("title", "x")
                .put("status", problem.status)
                .put("code", problem.code)
                .put("detail", problem.detail);
    }

    private static void answer(HttpExchange exchange, int status, String type, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
