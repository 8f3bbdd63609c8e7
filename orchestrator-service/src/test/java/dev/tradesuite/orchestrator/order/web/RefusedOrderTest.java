package dev.tradesuite.orchestrator.order.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.orchestrator.order.TestOrders;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.support.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class RefusedOrderTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final OrderMapper mapper = new OrderMapper(InstrumentCatalog.shipped());

    @Test
    void orderThatWasFilledOrWorksIsTheAnswer() {
        ResponseEntity<String> filled = answer(TestOrders.sampleFilled());
        ResponseEntity<String> submitted = answer(TestOrders.sampleReserved().submitted(TestOrders.TEN));

        assertThat(mapper.unlessRefused(filled, JSON)).isSameAs(filled);
        assertThat(mapper.unlessRefused(submitted, JSON)).isSameAs(submitted);
    }

    @Test
    void haltSaysWhoEndsIt() {
        TradeOrder denied = TestOrders.market("0.4")
                .ended(
                        OrderStatus.DENIED,
                        new Reason(RiskReason.TRADING_HALTED.name(), "account main is halted since 9:00: a person."),
                        TestOrders.TEN);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> mapper.unlessRefused(answer(denied), JSON))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ProblemCode.CONFLICT))
                .withMessageContaining("TRADING_HALTED: account main is halted")
                .withMessageContaining(denied.id() + " is denied")
                .withMessageContaining("PUT /api/v1/risk/trading-state");
    }

    @Test
    void orderThatWasInterruptedMayBeSentAgain() {
        TradeOrder cancelled =
                TestOrders.market("0.4").ended(OrderStatus.CANCELLED, TradeReason.INTERRUPTED.reason(), TestOrders.TEN);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> mapper.unlessRefused(answer(cancelled), JSON))
                .withMessageContaining("INTERRUPTED")
                .withMessageContaining("another Idempotency-Key");
    }

    private ResponseEntity<String> answer(TradeOrder order) {
        return ResponseEntity.ok(JSON.writeValueAsString(mapper.order(order)));
    }
}
