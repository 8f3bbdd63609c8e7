package dev.tradesuite.orchestrator;

import dev.tradesuite.contracts.brain.BrainSignal;
import dev.tradesuite.contracts.brain.IndicatorReadings;
import dev.tradesuite.contracts.brain.ModelInfo;
import dev.tradesuite.contracts.brain.SignalSource;
import dev.tradesuite.contracts.brain.Vote;
import dev.tradesuite.contracts.market.Direction;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Side;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.portfolio.Account;
import dev.tradesuite.contracts.portfolio.Position;
import dev.tradesuite.contracts.risk.Reservation;
import dev.tradesuite.contracts.risk.ReservationStatus;
import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskCheckResult;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.sizing.PositionSize;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.contracts.sizing.SizingOutcome;
import dev.tradesuite.orchestrator.Neighbour.Reply;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Brain, sizing, risk and portfolio for tests: by default the brain says BUY and everybody agrees on 0.4 lots. */
final class Neighbours {

    static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    final Neighbour brain = new Neighbour();
    final Neighbour sizing = new Neighbour();
    final Neighbour risk = new Neighbour();
    final Neighbour portfolio = new Neighbour();

    void settings(DynamicPropertyRegistry registry) {
        registry.add("suite.services.brain.url", brain::url);
        registry.add("suite.services.sizing.url", sizing::url);
        registry.add("suite.services.risk.url", risk::url);
        registry.add("suite.services.portfolio.url", portfolio::url);
    }

    /** Everybody is there and agrees. */
    void agree() {
        for (Neighbour neighbour : List.of(brain, sizing, risk, portfolio)) {
            neighbour.start();
            neighbour.forgetCalls();
        }
        signal(SignalAction.BUY);
        size("0.4");
        allow();
        account("10000");
    }

    void signal(SignalAction action) {
        brain.answers(call -> call.path().endsWith("/latest") ? Reply.ok("{\"prices\":[]}") : decision(action, call));
    }

    /** What the brain decides for a request. */
    static Reply decision(SignalAction action, Neighbour.Call call) {
        return Reply.ok(json(signalOf(action, call.body())));
    }

    void size(String lots) {
        sizing.answers(call -> Reply.ok(json(sized(call.body(), lots))));
    }

    void refuseSize(String code, String message) {
        sizing.answers(call -> Reply.ok(json(refused(call.body(), new Reason(code, message)))));
    }

    void allow() {
        risk.answers(call -> Reply.ok(json(answer(call, true))));
    }

    void deny() {
        risk.answers(call -> Reply.ok(json(answer(call, false))));
    }

    /** Risk allows {@code count} reservations and denies the rest, as a limit does. */
    void allowOnly(int count) {
        AtomicInteger left = new AtomicInteger(count);
        risk.answers(call -> Reply.ok(json(answer(call, left.getAndDecrement() > 0))));
    }

    void account(String equity, Position... positions) {
        portfolio.answers(call -> Reply.ok(json(accountOf(equity, positions))));
    }

    static Position position(String symbol, Direction direction, String lots) {
        return new Position(
                "main",
                symbol,
                direction,
                new BigDecimal(lots),
                new BigDecimal("1.08"),
                null,
                new BigDecimal("1.08"),
                NOW,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                NOW);
    }

    static String json(Object record) {
        return JSON.writeValueAsString(record);
    }

    private static BrainSignal signalOf(SignalAction action, JsonNode request) {
        double score = action == SignalAction.BUY ? 0.72 : action == SignalAction.SELL ? -0.72 : 0.1;
        return new BrainSignal(
                request.path("symbol").asString(),
                Timeframe.M5,
                action,
                Math.abs(score),
                score,
                0.4,
                -0.4,
                List.of(new Vote("rsi", action, 0.7, 1.0, "as the test wants")),
                List.of(new Reason("SCORE_BETWEEN_THRESHOLDS", "as the test wants")),
                new IndicatorReadings(28.0, null, null, 0.0012, null, null, null, null, null, null, null, null),
                SignalSource.REQUEST_INDICATORS,
                0,
                null,
                RunLabel.PAPER,
                new ModelInfo("weighted_votes", "1", false),
                NOW,
                "b".repeat(64));
    }

    private static PositionSize sized(JsonNode request, String lots) {
        return new PositionSize(
                request.path("symbol").asString(),
                SizingOutcome.SIZED,
                RiskStrategy.FIXED_RISK,
                new BigDecimal(lots),
                request.path("account_currency").asString(),
                new BigDecimal("200.00"),
                new BigDecimal("2"),
                request.path("stop_loss_pips").isNumber()
                        ? request.path("stop_loss_pips").decimalValue()
                        : new BigDecimal("24"),
                new BigDecimal("10"),
                new PositionSize.Conversion("USD", "USD", BigDecimal.ONE, "1"),
                new BigDecimal("0.4"),
                new BigDecimal("200.00"),
                new BigDecimal("2"),
                new BigDecimal("43340"),
                new BigDecimal("866.80"),
                new BigDecimal("0.02"),
                null,
                List.of(),
                List.of(),
                null,
                null);
    }

    private static PositionSize refused(JsonNode request, Reason refusal) {
        return new PositionSize(
                request.path("symbol").asString(),
                SizingOutcome.REFUSED,
                RiskStrategy.FIXED_RISK,
                BigDecimal.ZERO,
                "USD",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                refusal,
                null);
    }

    private static Object answer(Neighbour.Call call, boolean allowed) {
        RiskAssessment assessment = assessment(allowed);
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
                BigDecimal.ZERO,
                new BigDecimal("200.00"),
                new BigDecimal("866.80"),
                NOW,
                NOW,
                assessment);
    }

    private static RiskAssessment assessment(boolean allowed) {
        List<RiskCheckResult> checks = Arrays.stream(RiskCheckName.values())
                .map(check -> check(check, allowed || check != RiskCheckName.DAILY_LOSS))
                .toList();
        return new RiskAssessment(
                allowed,
                allowed ? RiskLevel.SAFE : RiskLevel.CRITICAL,
                checks,
                TradingState.ACTIVE,
                allowed ? List.of() : List.of(new Reason("DAILY_LOSS_LIMIT", "6 % of 5 %")),
                List.of(),
                null,
                NOW);
    }

    private static RiskCheckResult check(RiskCheckName name, boolean passed) {
        return new RiskCheckResult(
                name,
                passed,
                passed ? RiskLevel.SAFE : RiskLevel.CRITICAL,
                new BigDecimal(passed ? "2" : "6"),
                new BigDecimal("5"),
                new BigDecimal(passed ? "3" : "-1"),
                "percent",
                passed ? RiskReason.WITHIN_LIMIT : RiskReason.DAILY_LOSS_LIMIT,
                "as the test wants");
    }

    private static Account accountOf(String equity, @Nullable Position... positions) {
        return new Account(
                "main",
                "Main",
                "USD",
                RunLabel.PAPER,
                new BigDecimal("10000"),
                new BigDecimal(equity),
                BigDecimal.ZERO,
                new BigDecimal(equity),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                List.of(positions),
                1,
                NOW,
                NOW);
    }
}
