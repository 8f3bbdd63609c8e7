package dev.tradesuite.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tradesuite.contracts.cycle.Cycle;
import dev.tradesuite.contracts.cycle.CycleStatus;
import dev.tradesuite.contracts.cycle.CycleTrigger;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.BrokerPositions;
import dev.tradesuite.contracts.orchestrator.FillPage;
import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.contracts.orchestrator.OrderPage;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.risk.AccountRisk;
import dev.tradesuite.contracts.risk.Reservation;
import dev.tradesuite.contracts.risk.ReservationStatus;
import dev.tradesuite.contracts.risk.ReserveStakesRequest;
import dev.tradesuite.contracts.risk.ReservedStakes;
import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.strategy.ConfigValidation;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.test.ContractSamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Answers for risk-service, the orchestrator and the controller of momentum on one port, as a test wants them to. */
public final class StandIns implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Instant THEN = Instant.parse("2026-03-04T10:00:00Z");

    private final HttpServer server;

    /** Requests to reserve, in the order of arrival. */
    public final List<ReserveStakesRequest> stakes = new CopyOnWriteArrayList<>();

    /** Markets risk-service denies. */
    public final Set<String> denied = ConcurrentHashMap.newKeySet();

    /** Markets risk-service fails on. */
    public final Set<String> broken = ConcurrentHashMap.newKeySet();

    /** Accounts with an open order at the orchestrator. */
    public final Set<String> busy = ConcurrentHashMap.newKeySet();

    /** Fences the orchestrator has given to cycles. */
    public final Map<UUID, GivenFence> given = new ConcurrentHashMap<>();

    /** A fence, and the portfolio of the cycle that has it. */
    public record GivenFence(long portfolioId, long fence) {}

    /** Margin that risk-service holds for pending orders of accounts; nothing for others. */
    public final Map<String, BigDecimal> reserved = new ConcurrentHashMap<>();

    /** Accounts risk-service cannot be asked about. */
    public final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    /** Fills the orchestrator has booked. */
    public final List<OrderFilled> fills = new CopyOnWriteArrayList<>();

    /** What accounts hold at their broker. */
    public final Map<String, BrokerPositions> atBroker = new ConcurrentHashMap<>();

    private StandIns(HttpServer server) {
        this.server = server;
    }

    static StandIns start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            StandIns standIns = new StandIns(server);
            server.createContext("/api/v1/risk/reservations/stakes", standIns::reserve);
            server.createContext("/api/v1/risk/accounts/", standIns::account);
            server.createContext("/orchestrator/cycles/", standIns::cycle);
            server.createContext("/api/v1/orchestrator/orders", standIns::orders);
            server.createContext("/api/v1/orchestrator/fills", standIns::fills);
            server.createContext("/api/v1/orchestrator/broker-positions", standIns::positions);
            server.createContext("/strategy/validate-config", standIns::validate);
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

    private void reserve(HttpExchange exchange) throws IOException {
        ReserveStakesRequest request = JSON.readValue(exchange.getRequestBody(), ReserveStakesRequest.class);
        stakes.add(request);
        if (request.stakes().stream().anyMatch(stake -> broken.contains(stake.marketId()))) {
            answer(exchange, 500, Map.of());
            return;
        }
        String account = request.books().id();
        answer(
                exchange,
                200,
                new ReservedStakes(request.stakes().stream()
                        .map(stake -> reservation(account, stake))
                        .toList()));
    }

    private void account(HttpExchange exchange) throws IOException {
        String account = lastOf(exchange);
        if (unanswered.contains(account)) {
            answer(exchange, 503, Map.of());
            return;
        }
        BigDecimal some = BigDecimal.TEN;
        answer(
                exchange,
                200,
                new AccountRisk(
                        account,
                        "USD",
                        some,
                        THEN,
                        LocalDate.of(2026, 3, 4),
                        some,
                        some,
                        BigDecimal.ZERO,
                        reserved.getOrDefault(account, BigDecimal.ZERO),
                        BigDecimal.ZERO));
    }

    private void cycle(HttpExchange exchange) throws IOException {
        UUID id = UUID.fromString(lastOf(exchange));
        GivenFence fence = given.get(id);
        if (fence == null) {
            ProblemCode code = ProblemCode.NOT_FOUND;
            answer(
                    exchange,
                    404,
                    new Problem(
                            URI.create(code.type()),
                            code.title(),
                            404,
                            "no cycle",
                            null,
                            code.name(),
                            List.of(),
                            null));
            return;
        }
        answer(
                exchange,
                200,
                new Cycle(
                        id,
                        fence.portfolioId(),
                        "momentum",
                        CycleTrigger.REQUEST,
                        CycleStatus.RUNNING,
                        THEN,
                        THEN,
                        null,
                        1,
                        fence.fence(),
                        null,
                        null,
                        null));
    }

    private static String lastOf(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void orders(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        boolean any =
                query.contains("open=true") && busy.stream().anyMatch(account -> query.contains("account=" + account));
        answer(
                exchange,
                200,
                any ? ContractSamples.readWithMore("OrderPage", OrderPage.class) : Map.of("orders", List.of()));
    }

    private void fills(HttpExchange exchange) throws IOException {
        answer(exchange, 200, new FillPage(List.copyOf(fills), fills.isEmpty() ? null : THEN, null));
    }

    /** The broker of a known account holds what it was told to; any other cannot be asked. */
    private void positions(HttpExchange exchange) throws IOException {
        String account = exchange.getRequestURI().getQuery().replace("account=", "");
        BrokerPositions held = atBroker.get(account);
        answer(exchange, held == null ? 503 : 200, held == null ? Map.of() : held);
    }

    private Reservation reservation(String account, ReserveStakesRequest.Stake stake) {
        boolean allowed = !denied.contains(stake.marketId());
        List<Reason> denials =
                allowed ? List.of() : List.of(new Reason("POSITION_SIZE_LIMIT", "said the stand-in for risk"));
        return new Reservation(
                stake.orderId(),
                account,
                allowed ? ReservationStatus.RESERVED : ReservationStatus.DENIED,
                stake.marketId(),
                Side.BUY,
                null,
                stake.stake(),
                BigDecimal.ZERO,
                stake.stake(),
                stake.stake(),
                THEN,
                THEN,
                new RiskAssessment(
                        allowed,
                        allowed ? RiskLevel.SAFE : RiskLevel.CRITICAL,
                        List.of(),
                        TradingState.ACTIVE,
                        null,
                        denials,
                        List.of(),
                        null,
                        THEN));
    }

    /** Knows one parameter: trade_amount, a number. */
    private void validate(HttpExchange exchange) throws IOException {
        JsonNode config = JSON.readTree(exchange.getRequestBody());
        List<FieldError> errors = config.propertyNames().stream()
                .filter(key -> !key.equals("trade_amount") || !config.get(key).isNumber())
                .map(key -> new FieldError(key, "NOT_VALID", "is no parameter of momentum", null))
                .toList();
        answer(exchange, 200, new ConfigValidation(errors.isEmpty(), errors, Map.of()));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
