package dev.tradesuite.orchestrator.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.orchestrator.order.OrderOrigin;
import dev.tradesuite.orchestrator.order.TestOrders;
import dev.tradesuite.orchestrator.order.TradeOrder;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders in EURUSD with the market at 1.0835, where 0.3 lots are worth 32,505 USD. */
class ChangeApprovalGateTest {

    /** 0.36 x 100,000 x 1.0835 = 39,006; 0.37 lots are 40,089.50. */
    @ParameterizedTest
    @CsvSource({"0.2, false", "0.3, false", "0.36, false", "0.37, true"})
    void orderIsNotEnlargedPastTheLimit(String lots, boolean refused) {
        assertThat(refusal("40000", TestOrders.buy("0.3"), TestOrders.buy(lots)).isPresent())
                .isEqualTo(refused);
    }

    @Test
    void saysWhatItWouldBeWorth() {
        assertThat(refusal("40000", TestOrders.buy("0.3"), TestOrders.buy("0.37")))
                .hasValueSatisfying(why -> {
                    assertThat(why.code()).isEqualTo("APPROVAL_NEEDED");
                    assertThat(why.message()).contains("40089.50 USD", "40000.00 USD");
                });
    }

    /** 0.34 x 100,000 x 1.2 = 40,800, and at the market 36,839. */
    @Test
    void statedPriceCounts() {
        assertThat(refusal("40000", TestOrders.limit("0.3", "1.2"), TestOrders.limit("0.34", "1.2")))
                .isPresent();
        assertThat(refusal("40000", TestOrders.limit("0.3", "1.08"), TestOrders.limit("0.34", "1.08")))
                .isEmpty();
    }

    @Test
    void orderOfASizeThatWasApprovedMayStayAsLargeOrBecomeSmaller() {
        assertThat(refusal("40000", TestOrders.buy("2"), TestOrders.buy("2"))).isEmpty();
        assertThat(refusal("40000", TestOrders.buy("2"), TestOrders.buy("1.9"))).isEmpty();
    }

    @Test
    void whatOnlyReducesWaitsForNobody() {
        assertThat(refusal(
                        "40000",
                        TestOrders.buy("0.3").reducingOnly(),
                        TestOrders.buy("9").reducingOnly()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.31", "50"})
    void whereAShareOfEquityIsTheLimitNothingIsEnlarged(String lots) {
        assertThat(refusal("1000 %", TestOrders.buy("0.3"), TestOrders.buy(lots)))
                .map(Reason::code)
                .contains("APPROVAL_NEEDED");
        assertThat(refusal("1000 %", TestOrders.buy("0.3"), TestOrders.buy("0.3")))
                .isEmpty();
    }

    @Test
    void withoutALimitEverythingGoes() {
        assertThat(refusal("", TestOrders.buy("0.3"), TestOrders.buy("900"))).isEmpty();
    }

    @Test
    void worthThatIsNotKnownIsAboveTheLimit() {
        TradeOrder order = TradeOrder.opened(
                UUID.randomUUID(),
                TestOrders.buy("0.3"),
                OrderOrigin.of("main", "COP", new BigDecimal("1.0835"), Map.of()),
                TestOrders.PAPER,
                "me",
                TestOrders.TEN);

        assertThat(gate("40000").refusal(order, order.terms().sized(Lots.of("0.31"))))
                .hasValueSatisfying(why -> assertThat(why.message()).contains("COP is not known"));
    }

    private static Optional<Reason> refusal(String limit, TradeTerms from, TradeTerms to) {
        return gate(limit).refusal(TestOrders.order(from), to);
    }

    private static ChangeApprovalGate gate(String limit) {
        return new ChangeApprovalGate(ApprovalLimit.parse(limit), new TradeWorth(InstrumentCatalog.shipped()));
    }
}
