package dev.tradesuite.orchestrator.trade.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.brain.IndicatorReadings;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.AlertResult;
import dev.tradesuite.contracts.orchestrator.ClosePositionRequest;
import dev.tradesuite.contracts.orchestrator.CreateWebhookRequest;
import dev.tradesuite.contracts.orchestrator.Decision;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.PlaceOrderRequest;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.orchestrator.WebhookCreated;
import dev.tradesuite.contracts.orchestrator.WebhookInfo;
import dev.tradesuite.contracts.orchestrator.WebhookMode;
import dev.tradesuite.contracts.orchestrator.WebhookPage;
import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.contracts.risk.RiskCheckRequest.ExistingPosition;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.contracts.sizing.SizingRequest.Kelly;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.TestAnswers;
import dev.tradesuite.orchestrator.order.TestOrders;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.order.web.OrderMapper;
import dev.tradesuite.orchestrator.trade.AccountFunds;
import dev.tradesuite.orchestrator.trade.DecisionDocuments;
import dev.tradesuite.orchestrator.trade.RiskVerdict;
import dev.tradesuite.orchestrator.trade.StepDocument;
import dev.tradesuite.orchestrator.trade.StopChoice;
import dev.tradesuite.orchestrator.trade.TradeDecision;
import dev.tradesuite.orchestrator.trade.TradeDecision.Findings;
import dev.tradesuite.orchestrator.trade.TradeDecision.Outcome;
import dev.tradesuite.orchestrator.trade.TradeDecision.Times;
import dev.tradesuite.orchestrator.trade.TradeExit;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import dev.tradesuite.orchestrator.trade.TradeSignal;
import dev.tradesuite.orchestrator.trade.TradeSize;
import dev.tradesuite.support.problem.Problems;
import dev.tradesuite.test.ContractSamples;
import io.micrometer.tracing.Tracer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The samples of trades and webhooks: a purchase of 0.4 lots of EURUSD, decided, sent and filled. */
class DecisionSamplesTest {

    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");
    private static final UUID DECISION = UUID.fromString("019b8d6c-0000-7000-8000-000000000001");
    private static final UUID WEBHOOK = UUID.fromString("019b8d6c-0000-7000-8000-000000000004");
    private static final UUID ALERT = UUID.fromString("019b8d6c-0000-7000-8000-000000000005");

    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private final InstrumentCatalog catalog = InstrumentCatalog.shipped();
    private final DecisionMapper mapper = new DecisionMapper(new OrderMapper(catalog), new Problems(Tracer.NOOP), json);

    @Test
    void requestWithEverythingIsReadAsItsSampleSays() {
        ContractSamples.compare(
                "TradeRequest",
                TradeRequest.of("EURUSD", new BigDecimal("1.0835"))
                        .side(Side.BUY)
                        .stopLossPrice(new BigDecimal("1.0785"))
                        .takeProfitPrice(new BigDecimal("1.0935"))
                        .riskStrategy(RiskStrategy.KELLY)
                        .riskPercent(new BigDecimal("2"))
                        .kelly(new Kelly(0.55, 1.5, 120, 0.5))
                        .leverage(new BigDecimal("30"))
                        .accountId("main")
                        .accountBalance(new BigDecimal("10000"))
                        .accountCurrency("USD")
                        .existingPositions(List.of(new ExistingPosition(
                                "GBPUSD",
                                Side.BUY,
                                new BigDecimal("0.2"),
                                new BigDecimal("1.27"),
                                new BigDecimal("1.265"))))
                        .timeframe(Timeframe.M5)
                        .candles(List.of(new Candle(
                                TEN,
                                new BigDecimal("1.0831"),
                                new BigDecimal("1.0837"),
                                new BigDecimal("1.0829"),
                                new BigDecimal("1.0835"),
                                new BigDecimal("1250"))))
                        .indicators(new IndicatorReadings(
                                28.5, null, null, 0.0012, null, null, null, null, null, null, null, null, null))
                        .conversionRates(Map.of("GBPUSD", new BigDecimal("1.27")))
                        .asOf(TEN)
                        .strategy("breakout")
                        .orderType(OrderType.LIMIT)
                        .limitPrice(new BigDecimal("1.083"))
                        .expiresAt(TEN.plusSeconds(3600))
                        .autoExecute(true)
                        .model("votes")
                        .build());
    }

    @Test
    void directOrderIsReadAsItsSampleSays() {
        ContractSamples.compare(
                "PlaceOrderRequest",
                new PlaceOrderRequest(
                        "main",
                        "EURUSD",
                        Side.BUY,
                        null,
                        null,
                        null,
                        new BigDecimal("1"),
                        OrderType.STOP_LIMIT,
                        new BigDecimal("1.0905"),
                        new BigDecimal("1.09"),
                        TimeInForce.GTC,
                        TEN.plusSeconds(3600),
                        new PlaceOrderRequest.Level(null, new BigDecimal("50")),
                        new PlaceOrderRequest.Level(new BigDecimal("1.1"), null),
                        new BigDecimal("30"),
                        false,
                        "breakout",
                        "my-order-1",
                        false,
                        new BigDecimal("1.0835"),
                        new PlaceOrderRequest.ApprovedLine(
                                UUID.fromString("019b8d6c-0000-7000-8000-000000000006"), 2)));
    }

    @Test
    void decisionIsWrittenAsItsSampleSays() {
        ContractSamples.compare("TradeDecision", document(decision(TestOrders.sampleFilled())));
    }

    @Test
    void decisionWithoutAnOrderIsWrittenAsItsSampleSays() {
        ContractSamples.compare("TradeDecision-analyzed", document(decision(null)));
    }

    /** What the contract does not know would be lost by whoever reads it. */
    @Test
    void documentHasTheFieldsOfTheContractAndNoOthers() {
        String written = mapper.written(decision(TestOrders.sampleFilled()));

        JsonNode read =
                json.valueToTree(json.readValue(written, dev.tradesuite.contracts.orchestrator.TradeDecision.class));

        assertThat(json.readTree(written)).isEqualTo(json.readTree(json.writeValueAsString(read)));
    }

    @Test
    void interruptedDecisionIsCompletedWithWhatBecameOfItsOrder() {
        String draft = mapper.written(decision(null));
        TradeOrder filled = TestOrders.sampleFilled();

        DecisionDocuments.Completed recovered = mapper.completed(draft, filled);

        assertThat(recovered.decision()).isEqualTo(Decision.PROCEED);
        dev.tradesuite.contracts.orchestrator.TradeDecision document =
                json.readValue(recovered.text(), dev.tradesuite.contracts.orchestrator.TradeDecision.class);
        assertThat(document.canExecute()).isTrue();
        assertThat(document.reasons()).extracting(Reason::code).containsExactly("RECOVERED");
        assertThat(document.executionResult()).isNotNull().satisfies(result -> assertThat(result.status())
                .isEqualTo(OrderStatus.FILLED));
        assertThat(document.decidedAt()).isEqualTo(filled.updatedAt());
        assertThat(document.workflow().brainSignal()).isNotNull();
        assertThat(json.readTree(recovered.text()).propertyNames())
                .startsWith(json.readTree(draft).propertyNames().toArray(String[]::new));
    }

    @Test
    void closeIsReadAsItsSampleSays() {
        ContractSamples.compare(
                "ClosePositionRequest",
                new ClosePositionRequest(
                        "main",
                        new BigDecimal("1.09"),
                        new BigDecimal("0.1"),
                        "breakout",
                        Map.of("GBPUSD", new BigDecimal("1.27"))));
    }

    @Test
    void webhooksAreWrittenAsTheirSamplesSay() {
        WebhookInfo info = new WebhookInfo(
                WEBHOOK,
                "breakout",
                "main",
                new BigDecimal("1.5"),
                true,
                WebhookMode.FOLLOW,
                new BigDecimal("0.5"),
                "operator",
                TEN,
                TEN.plusSeconds(60));

        ContractSamples.compare(
                "CreateWebhookRequest",
                new CreateWebhookRequest(
                        "breakout", "main", new BigDecimal("1.5"), true, WebhookMode.FOLLOW, new BigDecimal("0.5")));
        ContractSamples.compare(
                "WebhookCreated",
                new WebhookCreated(
                        WEBHOOK,
                        "breakout",
                        "4vJ9JU1bJJE96FWSJKvHsmmFADCg4gpZQff4P3bkLKi",
                        "/api/v1/webhooks/tradingview/4vJ9JU1bJJE96FWSJKvHsmmFADCg4gpZQff4P3bkLKi",
                        TEN));
        ContractSamples.compare("WebhookInfo", info);
        ContractSamples.compare("WebhookPage", new WebhookPage(List.of(info)));
        ContractSamples.compare(
                "AlertResult", new AlertResult(ALERT, false, document(decision(TestOrders.sampleFilled())), null, TEN));
    }

    private dev.tradesuite.contracts.orchestrator.TradeDecision document(TradeDecision decision) {
        return json.readValue(mapper.written(decision), dev.tradesuite.contracts.orchestrator.TradeDecision.class);
    }

    private TradeDecision decision(@Nullable TradeOrder order) {
        RiskAssessment assessment = TestAnswers.assessment(true);
        TradeIdea idea = TradeIdea.of(catalog.find("EURUSD").orElseThrow(), new BigDecimal("1.0835"))
                .exit(new TradeExit(new StopChoice.Distance(Pips.of(50)), new BigDecimal("1.0935"), null))
                .leverage(new Leverage(new BigDecimal("30")))
                .requestHash("0".repeat(64))
                .build();
        Map<String, Duration> steps = new LinkedHashMap<>();
        steps.put("brain", Duration.ofNanos(812_000));
        steps.put("account", Duration.ofNanos(640_000));
        steps.put("sizing", Duration.ofNanos(503_000));
        steps.put("risk", Duration.ofNanos(791_500));
        return new TradeDecision(
                DECISION,
                idea,
                RunLabel.PAPER,
                new Outcome(
                        Decision.PROCEED,
                        List.of(TradeReason.ALL_CHECKS_PASSED.reason()),
                        List.of(TradeReason.HIGH_LEVERAGE.reason())),
                new Findings(
                        Side.BUY,
                        Lots.of("0.4"),
                        new BigDecimal("1.0785"),
                        new AccountFunds("USD", new BigDecimal("10000.00"), List.of()),
                        Map.of(),
                        new TradeSignal(
                                SignalAction.BUY,
                                null,
                                List.of(),
                                List.of(),
                                "0".repeat(64),
                                written(TestAnswers.signal(SignalAction.BUY, "EURUSD"))),
                        new TradeSize(
                                Lots.of("0.4"),
                                Pips.of(50),
                                null,
                                List.of(),
                                written(TestAnswers.size("EURUSD", "USD", "0.4", new BigDecimal("50")))),
                        new RiskVerdict(
                                true,
                                assessment.riskLevel(),
                                null,
                                List.of(),
                                List.of(),
                                written(assessment.checks()))),
                new Times(TEN, TEN.plusMillis(3), Duration.ofNanos(2_911_000), steps),
                order,
                null);
    }

    private StepDocument written(Object answer) {
        return new StepDocument(json.writeValueAsString(answer));
    }
}
