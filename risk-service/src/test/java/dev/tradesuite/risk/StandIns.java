package dev.tradesuite.risk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tradesuite.contracts.brain.ClosesTable;
import dev.tradesuite.contracts.brain.LatestPrices;
import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.BooksOwner;
import dev.tradesuite.contracts.ledger.OwnedIds;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.WebhookPage;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.RegisteredStrategy;
import dev.tradesuite.contracts.portfolio.RegisteredStrategyPage;
import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.test.ContractSamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Answers for ledger-service and brain-service on one port, with what a test put in. */
public final class StandIns implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final Instant FIRST_CLOSE = Instant.parse("2025-08-16T00:00:00Z");

    private final HttpServer server;

    /** Accounts of the books; what is not here is not found. */
    public final Map<String, Account> accounts = new ConcurrentHashMap<>();

    /** Portfolios of the books; what is not here is not found. */
    public final Set<String> portfolios = ConcurrentHashMap.newKeySet();

    /** Owners of accounts and portfolios, by {@code account/<id>} and {@code portfolio/<number>}. */
    public final Map<String, String> owners = new ConcurrentHashMap<>();

    /** What the orchestrator says of orders: how each stands. An order that is not here is not found. */
    public final Map<String, OrderStatus> orders = new ConcurrentHashMap<>();

    /** Strategies that are registered. */
    public final Set<String> strategies = ConcurrentHashMap.newKeySet();

    /** Accounts the books fail on. */
    public final List<String> broken = new CopyOnWriteArrayList<>();

    /** Daily closes by symbol, from 2025-08-16 on. */
    public final Map<String, double[]> closes = new ConcurrentHashMap<>();

    /** Newest prices by symbol. */
    public final Map<String, BigDecimal> prices = new ConcurrentHashMap<>();

    /** Paths asked for, with their queries. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    private StandIns(HttpServer server) {
        this.server = server;
    }

    static StandIns start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            StandIns standIns = new StandIns(server);
            server.createContext("/api/v1/accounts/", standIns::account);
            server.createContext("/api/v1/owners/", standIns::owner);
            server.createContext("/api/v1/orchestrator/orders/", standIns::order);
            server.createContext("/api/v1/candles/closes", standIns::closes);
            server.createContext("/api/v1/prices/latest", standIns::prices);
            server.createContext("/portfolios/", standIns::portfolio);
            server.createContext("/api/v1/strategies", standIns::registry);
            server.createContext(
                    "/api/v1/webhooks/tradingview", exchange -> answer(exchange, 200, new WebhookPage(List.of())));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return standIns;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void note(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        asked.add(exchange.getRequestURI().getPath() + (query == null ? "" : "?" + query));
    }

    private void account(HttpExchange exchange) throws IOException {
        note(exchange);
        String path = exchange.getRequestURI().getPath();
        String id = path.substring(path.lastIndexOf('/') + 1);
        Account account = accounts.get(id);
        if (broken.contains(id)) {
            answer(exchange, 500, problem(ProblemCode.INTERNAL, path));
        } else if (account == null) {
            answer(exchange, 404, problem(ProblemCode.NOT_FOUND, path));
        } else {
            answer(exchange, 200, account);
        }
    }

    private void order(HttpExchange exchange) throws IOException {
        note(exchange);
        String path = exchange.getRequestURI().getPath();
        String id = path.substring(path.lastIndexOf('/') + 1);
        OrderStatus status = orders.get(id);
        if (status == null) {
            answer(exchange, 404, problem(ProblemCode.NOT_FOUND, path));
        } else {
            answer(exchange, 200, Map.of("order_id", id, "status", status, "filled_lots", 0, "reduce_only", false));
        }
    }

    private void owner(HttpExchange exchange) throws IOException {
        note(exchange);
        String path = exchange.getRequestURI().getPath();
        String of = path.substring("/api/v1/owners/".length());
        String query = exchange.getRequestURI().getQuery();
        if (query != null) {
            answer(
                    exchange,
                    200,
                    new OwnedIds(owners.entrySet().stream()
                            .filter(one ->
                                    one.getKey().startsWith(of + "/") && query.contains("owner=" + one.getValue()))
                            .map(one -> one.getKey().substring(of.length() + 1))
                            .collect(Collectors.toSet())));
        } else if (owners.containsKey(of)) {
            answer(exchange, 200, new BooksOwner(owners.get(of)));
        } else {
            answer(exchange, 404, problem(ProblemCode.NOT_FOUND, path));
        }
    }

    private void portfolio(HttpExchange exchange) throws IOException {
        note(exchange);
        String path = exchange.getRequestURI().getPath();
        if (portfolios.contains(path.substring(path.lastIndexOf('/') + 1))) {
            answer(exchange, 200, ContractSamples.readWithMore("Portfolio", Portfolio.class));
        } else {
            answer(exchange, 404, problem(ProblemCode.NOT_FOUND, path));
        }
    }

    private void registry(HttpExchange exchange) throws IOException {
        note(exchange);
        answer(
                exchange,
                200,
                new RegisteredStrategyPage(
                        strategies.stream()
                                .map(code -> new RegisteredStrategy(
                                        code, code, "a test", null, LifecycleState.LIVE, FIRST_CLOSE, 0, null))
                                .toList(),
                        null));
    }

    private static Problem problem(ProblemCode code, String path) {
        return new Problem(
                URI.create(code.type()),
                code.title(),
                code.status(),
                "said the stand-in",
                URI.create(path),
                code.name(),
                List.of(),
                null);
    }

    private void closes(HttpExchange exchange) throws IOException {
        note(exchange);
        Map<String, String> query = query(exchange);
        String[] symbols = query.getOrDefault("symbols", "").split(",", -1);
        Instant asOf = query.containsKey("as_of") ? Instant.parse(query.get("as_of")) : Instant.MAX;
        List<Instant> times = new ArrayList<>();
        int rows = Arrays.stream(symbols)
                .mapToInt(symbol -> closes.getOrDefault(symbol, new double[0]).length)
                .max()
                .orElse(0);
        for (int i = 0; i < rows; i++) {
            Instant time = FIRST_CLOSE.plus(Timeframe.D1.length().multipliedBy(i));
            if (!time.plus(Timeframe.D1.length()).isAfter(asOf)) {
                times.add(time);
            }
        }
        int skipped = Math.max(0, times.size() - Integer.parseInt(query.getOrDefault("limit", "1000")));
        List<ClosesTable.SymbolCloses> columns = Arrays.stream(symbols)
                .map(symbol -> column(symbol, skipped, times.size()))
                .toList();
        answer(
                exchange,
                200,
                new ClosesTable(Timeframe.D1, FIRST_CLOSE, times.subList(skipped, times.size()), columns));
    }

    private ClosesTable.SymbolCloses column(String symbol, int from, int to) {
        double[] stored = closes.getOrDefault(symbol, new double[0]);
        List<@Nullable BigDecimal> column = new ArrayList<>();
        for (int i = from; i < to; i++) {
            column.add(i < stored.length ? BigDecimal.valueOf(stored[i]) : null);
        }
        return new ClosesTable.SymbolCloses(symbol, column, Math.min(stored.length, to), List.of(Timeframe.D1));
    }

    private void prices(HttpExchange exchange) throws IOException {
        note(exchange);
        List<LatestPrices.LatestPrice> found = new ArrayList<>();
        for (String symbol : query(exchange).getOrDefault("symbols", "").split(",", -1)) {
            BigDecimal price = prices.get(symbol);
            if (price != null) {
                found.add(new LatestPrices.LatestPrice(symbol, price, FIRST_CLOSE, null, null));
            }
        }
        answer(exchange, 200, new LatestPrices(found));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        for (String pair : exchange.getRequestURI().getQuery().split("&", -1)) {
            int equals = pair.indexOf('=');
            query.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return query;
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders()
                .add("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
