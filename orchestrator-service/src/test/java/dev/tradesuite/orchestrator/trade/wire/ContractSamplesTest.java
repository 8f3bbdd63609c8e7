package dev.tradesuite.orchestrator.trade.wire;

import dev.tradesuite.contracts.brain.BrainSignal;
import dev.tradesuite.contracts.brain.IndicatorReadings;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.AlertResult;
import dev.tradesuite.contracts.orchestrator.ClosePositionRequest;
import dev.tradesuite.contracts.orchestrator.CreateWebhookRequest;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.orchestrator.WebhookCreated;
import dev.tradesuite.contracts.orchestrator.WebhookInfo;
import dev.tradesuite.contracts.orchestrator.WebhookPage;
import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.contracts.risk.RiskCheckRequest.ExistingPosition;
import dev.tradesuite.contracts.sizing.PositionSize;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.contracts.sizing.SizingRequest.Kelly;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.TestAnswers;
import dev.tradesuite.orchestrator.order.TestOrders;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.order.web.OrderMapper;
import dev.tradesuite.orchestrator.trade.Assessment;
import dev.tradesuite.orchestrator.trade.Evidence;
import dev.tradesuite.orchestrator.trade.Funds;
import dev.tradesuite.orchestrator.trade.Signal;
import dev.tradesuite.orchestrator.trade.Size;
import dev.tradesuite.orchestrator.trade.TradeDecision;
import dev.tradesuite.orchestrator.trade.TradeIdea;
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
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The samples of the orchestrator: a purchase of 0.4 lots of EURUSD, decided, sent and filled. */
class ContractSamplesTest {

    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");
    private static final UUID DECISION = UUID.fromString("019b8d6c-0000-7000-8000-000000000001");
    private static final UUID ORDER = UUID.fromString("019b8d6c-0000-7000-8000-000000000002");
    private static final UUID FILL = UUID.fromString("019b8d6c-0000-7000-8000-000000000003");
    private static final UUID WEBHOOK = UUID.fromString("019b8d6c-0000-7000-8000-000000000004");
    private static final UUID ALERT = UUID.fromString("019b8d6c-0000-7000-8000-000000000005");

    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private final InstrumentCatalog catalog = InstrumentCatalog.shipped();
    private final OrderMapper orders = new OrderMapper(catalog);
    private final DecisionWriter decisions = new DecisionWriter(orders, new Problems(Tracer.NOOP), json);
    private final TradeReader reader =
            new TradeReader(catalog, new TradeDefaults("main", new BigDecimal("2"), Pips.of(50)));

    @Test
    void requestWithEverythingIsReadAsItsSampleSays() {
        ContractSamples.compare(
                "TradeRequest",
                new TradeRequest(
                        "EURUSD",
                        new BigDecimal("1.0835"),
                        Side.BUY,
                        null,
                        new BigDecimal("1.0785"),
                        new BigDecimal("1.0935"),
                        RiskStrategy.KELLY,
                        new BigDecimal("2"),
                        null,
                        new Kelly(0.55, 1.5, 120, 0.5),
                        null,
                        new BigDecimal("30"),
                        "main",
                        new BigDecimal("10000"),
                        "USD",
                        List.of(new ExistingPosition(
                                "GBPUSD", Side.BUY, new BigDecimal("0.2"), new BigDecimal("1.27"))),
                        Timeframe.M5,
                        List.of(new Candle(
                                TEN,
                                new BigDecimal("1.0831"),
                                new BigDecimal("1.0837"),
                                new BigDecimal("1.0829"),
                                new BigDecimal("1.0835"),
                                new BigDecimal("1250"))),
                        new IndicatorReadings(28.5, null, null, 0.0012, null, null, null, null, null, null, null, null),
                        Map.of("GBPUSD", new BigDecimal("1.27")),
                        TEN,
                        "breakout",
                        OrderType.LIMIT,
                        new BigDecimal("1.083"),
                        null,
                        TEN.plusSeconds(3600),
                        true));
    }

    @Test
    void decisionIsWrittenAsItsSampleSays() {
        ContractSamples.compare("TradeDecision", document(decision(filled())));
    }

    @Test
    void decisionWithoutAnOrderIsWrittenAsItsSampleSays() {
        ContractSamples.compare("TradeDecision-analyzed", document(decision(null)));
    }

    @Test
    void closeIsReadAsItsSampleSays() {
        ContractSamples.compare(
                "ClosePositionRequest",
                new ClosePositionRequest(
                        "main",
                        new BigDecimal("1.09"),
                        new BigDecimal("0.1"),
                        Map.of("GBPUSD", new BigDecimal("1.27"))));
    }

    @Test
    void webhooksAreWrittenAsTheirSamplesSay() {
        WebhookInfo info = new WebhookInfo(
                WEBHOOK, "breakout", "main", new BigDecimal("1.5"), true, "operator", TEN, TEN.plusSeconds(60));

        ContractSamples.compare(
                "CreateWebhookRequest", new CreateWebhookRequest("breakout", "main", new BigDecimal("1.5"), true));
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
        ContractSamples.compare("AlertResult", new AlertResult(ALERT, false, document(decision(filled())), TEN));
    }

    private dev.tradesuite.contracts.orchestrator.TradeDecision document(TradeDecision decision) {
        return json.readValue(
                decisions.document(decision, false).json(), dev.tradesuite.contracts.orchestrator.TradeDecision.class);
    }

    private TradeDecision decision(@Nullable TradeOrder order) {
        BrainSignal signal = TestAnswers.signal(SignalAction.BUY, "EURUSD");
        PositionSize size = TestAnswers.size("EURUSD", "USD", "0.4", new BigDecimal("50"));
        RiskAssessment assessment = TestAnswers.assessment(true);
        TradeIdea idea = reader.toAnalyze(json.readValue(
                """
                {"symbol":"EURUSD","current_price":1.0835,"stop_loss_pips":50,"risk_percent":2,"take_profit_price":1.0935,
                 "leverage":30}
                """,
                TradeRequest.class));
        Map<String, Duration> timings = new LinkedHashMap<>();
        timings.put("brain", Duration.ofNanos(812_000));
        timings.put("account", Duration.ofNanos(640_000));
        timings.put("sizing", Duration.ofNanos(503_000));
        timings.put("risk", Duration.ofNanos(791_500));
        return new TradeDecision(
                DECISION,
                idea,
                dev.tradesuite.contracts.orchestrator.Decision.PROCEED,
                true,
                dev.tradesuite.instruments.Side.BUY,
                Lots.of("0.4"),
                new BigDecimal("1.0785"),
                new Funds("USD", new BigDecimal("10000.00"), List.of()),
                Map.of(),
                new Signal(SignalAction.BUY, null, List.of(), "0".repeat(64), new Evidence(signal)),
                new Size(Lots.of("0.4"), Pips.of(50), null, List.of(), new Evidence(size)),
                new Assessment(true, List.of(), List.of(), new Evidence(assessment)),
                List.of(TradeReason.ALL_CHECKS_PASSED.reason()),
                List.of(TradeReason.HIGH_LEVERAGE.reason()),
                RunLabel.PAPER,
                TEN,
                TEN.plusMillis(3),
                Duration.ofNanos(2_911_000),
                timings,
                order);
    }

    private static TradeOrder filled() {
        return TestOrders.sampleFilled();
    }
}
