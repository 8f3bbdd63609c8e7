package dev.tradesuite.orchestrator.trade.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.Decision;
import dev.tradesuite.contracts.orchestrator.DecisionMade;
import dev.tradesuite.contracts.orchestrator.DecisionSource;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.TestOrders;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.trade.AccountChoice;
import dev.tradesuite.orchestrator.trade.DecisionDocument;
import dev.tradesuite.orchestrator.trade.TradeDecision;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import dev.tradesuite.support.problem.Problems;
import dev.tradesuite.test.ContractSamples;
import io.micrometer.tracing.Tracer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class DecisionPublisherTest {

    private static final UUID DECISION = UUID.fromString("019b8d6c-0000-7000-8000-000000000001");

    private final List<String> told = new ArrayList<>();
    private final List<DecisionMade> made = new ArrayList<>();
    private final DecisionPublisher publisher = new DecisionPublisher(
            (topic, key, type, data) -> {
                told.add(String.join(" ", topic, key, type));
                made.add((DecisionMade) data);
            },
            new Problems(Tracer.NOOP),
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build());

    @Test
    void decisionIsToldAsItsSampleSays() {
        publisher.made(decision(new AccountChoice.InBooks("main"), Decision.PROCEED, TestOrders.sampleFilled()));

        assertThat(told).containsExactly("orders.events main decision.made");
        ContractSamples.compare("DecisionMade", made.getFirst());
    }

    @Test
    void decisionOnASupposedAccountHasItsOwnKeyAndNoTradeOnHold() {
        publisher.made(decision(new AccountChoice.Supposed(new BigDecimal("10000"), "USD"), Decision.HOLD, null));

        assertThat(told).containsExactly("orders.events %s decision.made".formatted(DECISION));
        DecisionMade hold = made.getFirst();
        assertThat(hold.accountId()).isNull();
        assertThat(hold.orderId()).isNull();
        assertThat(hold.lotSize()).isEqualByComparingTo("0");
    }

    @Test
    void decisionThatWasInterruptedIsToldOutOfItsDocument() {
        String document =
                """
                {"decision_id":"%s","symbol":"EURUSD","source":"direct","side":"SELL","decision":"PROCEED",
                 "can_execute":true,"lot_size":0.4,"workflow":{},"label":"PAPER","account_id":"main","warnings":[],
                 "reasons":[{"code":"RECOVERED","message":"It was asked for"}],"input_hash":"00",
                 "trace_id":"0af7651916cd43dd8448eb211c80319c","requested_at":"2026-01-05T10:00:00Z",
                 "decided_at":"2026-01-05T10:01:00Z","execution_time_ms":1,"timings_ms":{}}
                """
                        .formatted(DECISION);

        publisher.recovered(new DecisionDocument(DECISION, document), TestOrders.sampleFilled());

        assertThat(told).containsExactly("orders.events main decision.made");
        DecisionMade recovered = made.getFirst();
        assertThat(recovered.source()).isEqualTo(DecisionSource.DIRECT);
        assertThat(recovered.side()).isEqualTo(Side.SELL);
        assertThat(recovered.reason().code()).isEqualTo("RECOVERED");
        assertThat(recovered.strategy()).isEqualTo("breakout");
        assertThat(recovered.orderId()).isEqualTo(TestOrders.sampleFilled().id());
        assertThat(recovered.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    private static TradeDecision decision(AccountChoice account, Decision decision, @Nullable TradeOrder order) {
        boolean trades = decision == Decision.PROCEED;
        return new TradeDecision(
                DECISION,
                TradeIdea.of(InstrumentCatalog.shipped().find("EURUSD").orElseThrow(), new BigDecimal("1.0835"))
                        .account(account)
                        .strategy("breakout")
                        .build(),
                RunLabel.PAPER,
                new TradeDecision.Outcome(
                        decision,
                        List.of((trades ? TradeReason.ALL_CHECKS_PASSED : TradeReason.SIGNAL_IS_HOLD).reason()),
                        List.of()),
                new TradeDecision.Findings(
                        trades ? Side.BUY : null,
                        trades ? Lots.of("0.4") : null,
                        null,
                        null,
                        Map.of(),
                        null,
                        null,
                        null),
                new TradeDecision.Times(TestOrders.TEN, TestOrders.TEN.plusMillis(3), Duration.ofMillis(3), Map.of()),
                order,
                null);
    }
}
