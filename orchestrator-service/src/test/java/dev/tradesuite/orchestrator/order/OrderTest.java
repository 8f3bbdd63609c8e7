package dev.tradesuite.orchestrator.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {

    private static final Instant T0 = Instant.parse("2026-01-05T10:00:00Z");

    @Test
    void goesFromNewToFilledAndKeepsEveryStateWithItsTime() {
        Order order = TestOrders.market("0.40")
                .reserved(T0.plusSeconds(1))
                .submitted(T0.plusSeconds(2))
                .filled(fill("0.10", "1.0835", 3))
                .filled(fill("0.10", "1.0836", 4))
                .filled(fill("0.20", "1.0838", 5));

        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(order.history())
                .containsExactly(
                        new StateChange(OrderState.NEW, T0),
                        new StateChange(OrderState.RESERVED, T0.plusSeconds(1)),
                        new StateChange(OrderState.SUBMITTED, T0.plusSeconds(2)),
                        new StateChange(OrderState.PARTIALLY_FILLED, T0.plusSeconds(3)),
                        new StateChange(OrderState.FILLED, T0.plusSeconds(5)));
        assertThat(order.filledLots()).isEqualTo(Lots.of("0.4"));
    }

    @Test
    void averagesItsFillsByLots() {
        // (0.1 x 1.0835 + 0.3 x 1.0839) / 0.4 = (0.10835 + 0.32517) / 0.4 = 1.0838
        Order order = sent("0.40").filled(fill("0.10", "1.0835", 3)).filled(fill("0.30", "1.0839", 4));

        assertThat(order.averageFillPrice()).contains(new BigDecimal("1.0838"));
        assertThat(order.commission()).contains(new BigDecimal("0.20"));
    }

    @Test
    void hasNoPriceAndNoCommissionWithoutAFill() {
        assertThat(sent("0.40").averageFillPrice()).isEmpty();
        assertThat(sent("0.40").commission()).isEmpty();
    }

    @Test
    void cannotBeSentWithoutAReservation() {
        assertThatThrownBy(() -> TestOrders.market("0.40").submitted(T0))
                .isInstanceOf(IllegalOrderMoveException.class)
                .hasMessageContaining("no reservation");
    }

    @Test
    void protectiveOrderIsSentUnderTheReservationOfTheOrderItProtects() {
        Order parent = TestOrders.market("0.40");
        Order leg = Order.opened(
                UUID.randomUUID(),
                parent.clientOrderId() + "-SL1",
                parent.terms().stopLoss(new BigDecimal("1.0785"), Lots.of("0.4")),
                parent.origin().ofLeg(parent.id()),
                T0);

        assertThat(leg.isProtective()).isTrue();
        assertThat(leg.submitted(T0).state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(leg.origin().decisionId()).isNull();
    }

    @Test
    void cannotBeFilledBeyondWhatWasWanted() {
        Order order = sent("0.40").filled(fill("0.30", "1.0835", 3));

        assertThatThrownBy(() -> order.filled(fill("0.20", "1.0835", 4)))
                .isInstanceOf(IllegalOrderMoveException.class)
                .hasMessageContaining("wants 0.4 lots and got 0.5");
    }

    @ParameterizedTest
    @EnumSource(names = {"FILLED", "DENIED", "REJECTED", "CANCELLED", "EXPIRED"})
    void doesNothingMoreOnceItHasEnded(OrderState end) {
        Order order = ended(end);

        assertThat(order.isFinal()).isTrue();
        assertThatThrownBy(() -> order.reserved(T0)).isInstanceOf(IllegalOrderMoveException.class);
        assertThatThrownBy(() -> order.filled(fill("0.01", "1.0835", 9))).isInstanceOf(IllegalOrderMoveException.class);
        assertThatThrownBy(() -> order.ended(OrderState.CANCELLED, cause(), T0))
                .isInstanceOf(IllegalOrderMoveException.class);
    }

    @Test
    void everyMoveThatIsNotListedIsRefused() {
        // Of 9 x 9 pairs, these are all that an order may go.
        assertThat(Arrays.stream(OrderState.values())
                        .flatMap(from -> from.next().stream().map(to -> from + " > " + to)))
                .containsExactlyInAnyOrder(
                        "NEW > RESERVED",
                        "NEW > SUBMITTED",
                        "NEW > DENIED",
                        "NEW > CANCELLED",
                        "RESERVED > SUBMITTED",
                        "RESERVED > CANCELLED",
                        "SUBMITTED > PARTIALLY_FILLED",
                        "SUBMITTED > FILLED",
                        "SUBMITTED > REJECTED",
                        "SUBMITTED > CANCELLED",
                        "SUBMITTED > EXPIRED",
                        "PARTIALLY_FILLED > FILLED",
                        "PARTIALLY_FILLED > CANCELLED",
                        "PARTIALLY_FILLED > EXPIRED");
    }

    @Test
    void cannotBeDeniedOnceItWasReserved() {
        Order reserved = TestOrders.market("0.40").reserved(T0);

        assertThatThrownBy(() -> reserved.ended(OrderState.DENIED, cause(), T0))
                .isInstanceOf(IllegalOrderMoveException.class);
    }

    @Test
    void endsWithoutAFullFillOnlyInAStateThatSaysSo() {
        assertThatThrownBy(() -> sent("0.40").ended(OrderState.FILLED, cause(), T0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void statesHaveTheNamesOfTheContract() {
        assertThat(Stream.of(OrderState.values()).map(Enum::name))
                .containsExactlyElementsOf(
                        Stream.of(OrderStatus.values()).map(Enum::name).toList());
    }

    @Test
    void clientOrderIdFollowsFromTheId() {
        UUID id = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

        assertThat(Order.opened(id, TestOrders.market("0.4").terms(), TestOrders.origin(), T0)
                        .clientOrderId())
                .isEqualTo("ts-01890a5dac96774bbcceb302099a8057");
    }

    private static Order sent(String lots) {
        return TestOrders.market(lots).reserved(T0).submitted(T0);
    }

    private static Order ended(OrderState end) {
        return switch (end) {
            case FILLED -> sent("0.40").filled(fill("0.40", "1.0835", 3));
            case DENIED -> TestOrders.market("0.40").ended(end, cause(), T0);
            default -> sent("0.40").ended(end, cause(), T0);
        };
    }

    private static Reason cause() {
        return TradeReason.CANCELLED_BY_REQUEST.reason();
    }

    private static Fill fill(String lots, String price, int second) {
        return new Fill(
                UUID.randomUUID(),
                Lots.of(lots),
                new BigDecimal(price),
                new BigDecimal("0.10"),
                BigDecimal.ONE,
                Map.of(),
                T0.plusSeconds(second));
    }
}
