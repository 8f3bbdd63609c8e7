package dev.tradesuite.orchestrator;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.AccountStatus;
import dev.tradesuite.contracts.ledger.MarkSource;
import dev.tradesuite.contracts.ledger.Position;
import dev.tradesuite.contracts.ledger.StrategyHolding;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.risk.Reservation;
import dev.tradesuite.contracts.risk.ReservationStatus;
import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.sizing.PositionSize;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.test.Neighbour;
import dev.tradesuite.test.Neighbour.Reply;
import dev.tradesuite.test.TestBroker;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Brain, sizing, risk and portfolio for tests: by default the brain says BUY and everybody agrees on 0.4 lots. */
final class Neighbours implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    final Neighbour brain = new Neighbour();
    final Neighbour sizing = new Neighbour();
    final Neighbour risk = new Neighbour(call -> !asksForMargin(call));
    final Neighbour portfolio = new Neighbour();
    final Neighbour momentum = new Neighbour();
    final Neighbour meanReversion = new Neighbour();

    void settings(DynamicPropertyRegistry registry) {
        registry.add("suite.services.brain.url", brain::url);
        registry.add("suite.services.sizing.url", sizing::url);
        registry.add("suite.services.risk.url", risk::url);
        registry.add("suite.services.ledger.url", portfolio::url);
        registry.add("suite.strategies.momentum.url", momentum::url);
        registry.add("suite.strategies.mean_reversion.url", meanReversion::url);
        // Nobody listens there.
        registry.add("suite.strategies.arbitrage.url", () -> "http://127.0.0.1:" + TestBroker.freePort());
        registry.add("suite.strategies.hybrid.url", () -> "http://127.0.0.1:" + TestBroker.freePort());
    }

    /** Everybody is there and agrees. */
    void agree() {
        for (Neighbour neighbour : List.of(brain, sizing, risk, portfolio, momentum, meanReversion)) {
            neighbour.start();
            neighbour.forgetCalls();
        }
        signal(SignalAction.BUY);
        size("0.4");
        allow();
        account("10000");
    }

    /** Nobody listens any more. */
    @Override
    public void close() {
        List.of(brain, sizing, risk, portfolio, momentum, meanReversion).forEach(Neighbour::close);
    }

    void signal(SignalAction action) {
        brain.answers(call -> call.path().endsWith("/latest") ? prices("EURUSD", "1.0835") : decision(action, call));
    }

    /** What the brain was asked to decide; its prices are asked for beside. */
    List<Neighbour.Call> decisions() {
        return brain.calls().stream()
                .filter(call -> call.path().endsWith("/decide"))
                .toList();
    }

    /** The newest price of an instrument, of this moment, and of no other. */
    static Reply prices(String symbol, String price) {
        return Reply.ok("{\"prices\":[{\"symbol\":\"%s\",\"price\":%s,\"at\":\"%s\"}]}"
                .formatted(symbol, price, Instant.now()));
    }

    /** What the brain decides for a request. */
    static Reply decision(SignalAction action, Neighbour.Call call) {
        return Reply.ok(
                json(TestAnswers.signal(action, call.body().path("symbol").asString())));
    }

    void size(String lots) {
        sizing.answers(call -> Reply.ok(json(sized(call.body(), lots))));
    }

    void refuseSize(String code, String message) {
        sizing.answers(call ->
                Reply.ok(json(TestAnswers.refused(call.body().path("symbol").asString(), new Reason(code, message)))));
    }

    void allow() {
        risk.answers(call -> Reply.ok(json(answer(call, true))));
    }

    /** Risk allows, and says how much margin the account has in use and holds. */
    void margin(String limitPercent, String used, String reserved) {
        risk.answers(call -> {
            if (call.path().contains("/limits/")) {
                return Reply.ok("{\"margin_percent\":%s}".formatted(limitPercent));
            }
            return asksForMargin(call)
                    ? Reply.ok("{\"margin_used\":%s,\"reserved_margin\":%s}".formatted(used, reserved))
                    : Reply.ok(json(answer(call, true)));
        });
    }

    void deny() {
        risk.answers(Neighbours::denied);
    }

    /** What risk says to what it allows. */
    static Reply reserved(Neighbour.Call call) {
        return Reply.ok(json(answer(call, true)));
    }

    /** What risk says to what it denies. */
    static Reply denied(Neighbour.Call call) {
        return Reply.ok(json(answer(call, false)));
    }

    /** Risk answers as for an account in this trading state that holds a position: the other side reduces it. */
    void restrict(TradingState state, Side held) {
        risk.answers(call -> {
            boolean reduces = !call.body().path("trade").path("side").asString().equals(held.name());
            boolean allowed = state == TradingState.ACTIVE || (state == TradingState.REDUCE_ONLY && reduces);
            Object answer = answer(call, allowed);
            return Reply.ok(json(answer)
                    .replace(
                            "DAILY_LOSS_LIMIT\",\"message\":\"6 % of 5 %",
                            state == TradingState.HALTED
                                    ? "TRADING_HALTED\",\"message\":\"account x is halted"
                                    : "REDUCE_ONLY\",\"message\":\"account x may only reduce positions"));
        });
    }

    /** Asked beside the trade, for its size; limits now and then, by whichever request comes first. */
    static boolean asksForMargin(Neighbour.Call call) {
        return call.path().startsWith("/api/v1/risk/limits/") || call.path().startsWith("/api/v1/risk/accounts/");
    }

    /** Risk allows {@code count} reservations and denies the rest, as a limit does. */
    void allowOnly(int count) {
        AtomicInteger left = new AtomicInteger(count);
        risk.answers(call -> Reply.ok(json(answer(call, asksForMargin(call) || left.getAndDecrement() > 0))));
    }

    void account(String equity, Position... positions) {
        portfolio.answers(call -> Reply.ok(json(accountOf(equity, AccountStatus.ACTIVE, positions))));
    }

    /** The account with a position, and the strategies that hold it. */
    void held(@Nullable Position position, StrategyHolding... holdings) {
        List<Position> positions = position == null ? List.of() : List.of(position);
        portfolio.answers(_ -> Reply.ok(json(accountOf("10000", AccountStatus.ACTIVE, List.of(holdings), positions))));
    }

    static StrategyHolding holding(String strategy, String symbol, String lots) {
        return new StrategyHolding(
                "main", strategy, symbol, new BigDecimal(lots), null, null, BigDecimal.ZERO, null, null, null);
    }

    /** The account is archived, with what it holds. */
    void archived(Position... positions) {
        portfolio.answers(_ -> Reply.ok(json(accountOf("10000", AccountStatus.ARCHIVED, positions))));
    }

    static Position position(String symbol, Direction direction, String lots) {
        return new Position(
                "main",
                symbol,
                direction,
                new BigDecimal(lots),
                new BigDecimal("1.08"),
                null,
                null,
                new BigDecimal(lots),
                null,
                List.of(),
                new BigDecimal("1.08"),
                MarkSource.MARKET,
                TestAnswers.NOW,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                TestAnswers.NOW);
    }

    static String json(Object record) {
        return JSON.writeValueAsString(record);
    }

    private static PositionSize sized(JsonNode request, String lots) {
        JsonNode pips = request.path("stop_loss_pips");
        return TestAnswers.size(
                request.path("symbol").asString(),
                request.path("account_currency").asString(),
                lots,
                // 2 x the ATR of 0.0012 where sizing finds the stop.
                pips.isNumber() ? pips.decimalValue() : new BigDecimal("24"));
    }

    private static Object answer(Neighbour.Call call, boolean allowed) {
        RiskAssessment assessment = TestAnswers.assessment(allowed);
        if (!call.path().endsWith("/reservations")) {
            return assessment;
        }
        JsonNode trade = call.body().path("trade");
        return new Reservation(
                UUID.fromString(call.body().path("order_id").asString()),
                trade.path("account_id").asString(),
                allowed ? ReservationStatus.RESERVED : ReservationStatus.DENIED,
                trade.path("symbol").asString(),
                Side.valueOf(trade.path("side").asString()),
                trade.path("lots").decimalValue(),
                null,
                BigDecimal.ZERO,
                new BigDecimal("200.00"),
                new BigDecimal("866.80"),
                TestAnswers.NOW,
                TestAnswers.NOW,
                assessment);
    }

    private static Account accountOf(String equity, AccountStatus status, Position... positions) {
        return accountOf(equity, status, List.of(), List.of(positions));
    }

    private static Account accountOf(
            String equity, AccountStatus status, List<StrategyHolding> holdings, List<Position> positions) {
        return new Account(
                "main",
                "Main",
                "USD",
                RunLabel.PAPER,
                status,
                new BigDecimal("10000"),
                BigDecimal.ZERO,
                new BigDecimal(equity),
                BigDecimal.ZERO,
                new BigDecimal(equity),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                positions,
                holdings,
                1,
                TestAnswers.NOW,
                TestAnswers.NOW);
    }
}
