package dev.tradesuite.orchestrator.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.orchestrator.order.TradeOrder.Entered;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TradeOrderTest {

    private static final Instant T0 = Instant.parse("2026-01-05T10:00:00Z");

    @Test
    void goesFromNewToFilledAndKeepsEveryStateWithItsTime() {
        TradeOrder order = TestOrders.market("0.40")
                .reserved(T0.plusSeconds(1))
                .submitted(T0.plusSeconds(2))
                .filled(fill("0.10", "1.0835", 3))
                .filled(fill("0.10", "1.0836", 4))
                .filled(fill("0.20", "1.0838", 5));

        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order.history())
                .containsExactly(
                        new Entered(OrderStatus.NEW, T0),
                        new Entered(OrderStatus.RESERVED, T0.plusSeconds(1)),
                        new Entered(OrderStatus.SUBMITTED, T0.plusSeconds(2)),
                        new Entered(OrderStatus.PARTIALLY_FILLED, T0.plusSeconds(3)),
                        new Entered(OrderStatus.FILLED, T0.plusSeconds(5)));
        assertThat(order.filledLots()).isEqualTo(Lots.of("0.4"));
    }

    @Test
    void averagesItsFillsByLots() {
        // (0.1 x 1.0835 + 0.3 x 1.0839) / 0.4 = (0.10835 + 0.32517) / 0.4 = 1.0838
        TradeOrder order = sent("0.40").filled(fill("0.10", "1.0835", 3)).filled(fill("0.30", "1.0839", 4));

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
        TradeOrder parent = TestOrders.market("0.40");
        TradeOrder leg = parent.leg(
                UUID.randomUUID(),
                parent.clientOrderId() + "-SL1",
                parent.terms().stopLoss(new BigDecimal("1.0785"), Lots.of("0.4")),
                T0);

        assertThat(leg.isProtective()).isTrue();
        assertThat(leg.submitted(T0).status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(leg.origin().decisionId()).isNull();
    }

    @Test
    void cannotBeFilledBeyondWhatWasWanted() {
        TradeOrder order = sent("0.40").filled(fill("0.30", "1.0835", 3));

        assertThatThrownBy(() -> order.filled(fill("0.20", "1.0835", 4)))
                .isInstanceOf(IllegalOrderMoveException.class)
                .hasMessageContaining("wants 0.4 lots and got 0.5");
    }

    @ParameterizedTest
    @EnumSource(names = {"FILLED", "DENIED", "REJECTED", "CANCELLED", "EXPIRED"})
    void doesNothingMoreOnceItHasEnded(OrderStatus end) {
        TradeOrder order = ended(end);

        assertThat(order.isFinal()).isTrue();
        assertThatThrownBy(() -> order.reserved(T0)).isInstanceOf(IllegalOrderMoveException.class);
        assertThatThrownBy(() -> order.filled(fill("0.01", "1.0835", 9))).isInstanceOf(IllegalOrderMoveException.class);
        assertThatThrownBy(() -> order.ended(OrderStatus.CANCELLED, cause(), T0))
                .isInstanceOf(IllegalOrderMoveException.class);
    }

    @Test
    void everyMoveThatIsNotListedIsRefused() {
        // Of 10 x 10 pairs, these are all that an order may go.
        assertThat(Arrays.stream(OrderStatus.values())
                        .flatMap(from -> TradeOrder.after(from).stream().map(to -> from + " > " + to)))
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
                        "SUBMITTED > CANCEL_REQUESTED",
                        "PARTIALLY_FILLED > CANCEL_REQUESTED",
                        "CANCEL_REQUESTED > FILLED",
                        "CANCEL_REQUESTED > REJECTED",
                        "CANCEL_REQUESTED > CANCELLED",
                        "CANCEL_REQUESTED > EXPIRED",
                        "PARTIALLY_FILLED > FILLED",
                        "PARTIALLY_FILLED > CANCELLED",
                        "PARTIALLY_FILLED > EXPIRED");
    }

    @Test
    void cannotBeDeniedOnceItWasReserved() {
        TradeOrder reserved = TestOrders.market("0.40").reserved(T0);

        assertThatThrownBy(() -> reserved.ended(OrderStatus.DENIED, cause(), T0))
                .isInstanceOf(IllegalOrderMoveException.class);
    }

    @Test
    void endsWithoutAFullFillOnlyInAStateThatSaysSo() {
        assertThatThrownBy(() -> sent("0.40").ended(OrderStatus.FILLED, cause(), T0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void orderThatIsToBeCancelledMayStillBeFilled() {
        TradeOrder asked = sent("0.40").cancelRequested(cause(), T0.plusSeconds(3));

        TradeOrder partly = asked.filled(fill("0.10", "1.0835", 4));
        assertThat(partly.status()).isEqualTo(OrderStatus.CANCEL_REQUESTED);
        assertThat(partly.filledLots()).isEqualTo(Lots.of("0.1"));

        TradeOrder filled = partly.filled(fill("0.30", "1.0835", 5));
        assertThat(filled.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(filled.cause()).isNull();
    }

    @Test
    void clientOrderIdFollowsFromTheId() {
        UUID id = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

        assertThat(TradeOrder.opened(id, TestOrders.buy("0.4"), TestOrders.origin(), TestOrders.PAPER, "me", T0)
                        .clientOrderId())
                .isEqualTo("ts-01890a5dac96774bbcceb302099a8057");
    }

    private static TradeOrder sent(String lots) {
        return TestOrders.market(lots).reserved(T0).submitted(T0);
    }

    private static TradeOrder ended(OrderStatus end) {
        return switch (end) {
            case FILLED -> sent("0.40").filled(fill("0.40", "1.0835", 3));
            case DENIED -> TestOrders.market("0.40").ended(end, cause(), T0);
            default -> sent("0.40").ended(end, cause(), T0);
        };
    }

    private static Reason cause() {
        return TradeReason.CANCELLED_BY_REQUEST.reason();
    }

    private static OrderFill fill(String lots, String price, int second) {
        return TestOrders.fill(UUID.randomUUID(), lots, price, "0.10", T0.plusSeconds(second));
    }
}
