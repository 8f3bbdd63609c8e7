package dev.tradesuite.risk.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.risk.ReservationStatus;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.check.Hold;
import dev.tradesuite.risk.check.OrderSize;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A reservation of 0.4 lots that holds a loss of 200, a margin of 866.80 and a value of 43,340. */
class ReservationTest {

    private static final Instant THEN = Instant.parse("2026-03-04T10:00:00Z");
    private static final Instant LATER = THEN.plusSeconds(1);

    private final Reservation whole = Reservation.of(
            order("main", Side.BUY, "0.4"),
            new Hold(new BigDecimal("200"), new BigDecimal("866.80"), new BigDecimal("43340"), false),
            THEN);

    @Test
    void holdsEverythingUntilTheBooksShowIt() {
        assertHolds(whole, ReservationStatus.RESERVED, "200", "866.80");

        Reservation filled = whole.filled(lots("0.4"), true, LATER);
        assertHolds(filled, ReservationStatus.CONFIRMED, "200", "866.80");
        assertThat(filled.changedAt()).isEqualTo(LATER);

        assertHolds(filled.booked(lots("0.4"), true, LATER), ReservationStatus.IN_BOOKS, "0", "0");
    }

    @Test
    void booksMayBeFasterThanTheFill() {
        Reservation booked = whole.booked(lots("0.4"), true, LATER);

        assertHolds(booked, ReservationStatus.IN_BOOKS, "0", "0");
        assertThat(booked.filled(lots("0.4"), true, LATER)).isEqualTo(booked);
    }

    @Test
    void partInTheBooksIsHeldNoLonger() {
        // 0.1 of 0.4 lots are in the books: three quarters are held
        Reservation part = whole.filled(lots("0.3"), false, LATER).booked(lots("0.1"), false, LATER);

        assertHolds(part, ReservationStatus.CONFIRMED, "150", "650.10");
        assertThat(part.heldValue()).isEqualByComparingTo("32505");
    }

    @Test
    void exitThroughZeroHoldsAllOfItToTheEnd() {
        // What is beyond zero is filled last.
        Reservation crossing = Reservation.of(
                order("main", Side.SELL, "0.4"),
                new Hold(new BigDecimal("120"), new BigDecimal("650.10"), new BigDecimal("32505"), true),
                THEN);

        assertHolds(
                crossing.filled(lots("0.3"), false, LATER).booked(lots("0.3"), false, LATER),
                ReservationStatus.CONFIRMED,
                "120",
                "650.10");
        assertHolds(crossing.booked(lots("0.4"), true, LATER), ReservationStatus.IN_BOOKS, "0", "0");
    }

    @Test
    void endOfTheOrderFreesWhatIsNotFilled() {
        // 0.3 of 0.4 lots were filled: a quarter is free, the rest waits for the books
        Reservation ended = whole.filled(lots("0.1"), false, LATER).ended(lots("0.3"), "cancelled", LATER);

        assertHolds(ended, ReservationStatus.CONFIRMED, "150", "650.10");
        assertHolds(ended.booked(lots("0.3"), false, LATER), ReservationStatus.IN_BOOKS, "0", "0");
    }

    @Test
    void endWithoutAFillFreesEverything() {
        Reservation ended = whole.ended(BigDecimal.ZERO, "rejected", LATER);

        assertHolds(ended, ReservationStatus.RELEASED, "0", "0");
        assertThat(ended.endedBecause()).isEqualTo("rejected");
        assertThat(ended.ended(BigDecimal.ZERO, "rejected", LATER.plusSeconds(1))
                        .changedAt())
                .isEqualTo(LATER);
    }

    @Test
    void fillThatIsKnownAfterTheReleaseIsHeldAgain() {
        // Somebody released an order that was filled after all: what happened counts.
        Reservation filled = whole.ended(BigDecimal.ZERO, "by hand", LATER).filled(lots("0.4"), true, LATER);

        assertHolds(filled, ReservationStatus.CONFIRMED, "200", "866.80");
    }

    @Test
    void sharesAreRoundedUp() {
        // 200 x 0.1 / 0.3 = 66.666...
        Reservation third = Reservation.of(
                        order("main", Side.BUY, "0.3"),
                        new Hold(new BigDecimal("200"), BigDecimal.TEN, BigDecimal.TEN, false),
                        THEN)
                .booked(lots("0.2"), false, LATER);

        assertThat(third.heldLoss()).isEqualByComparingTo("66.66666667");
    }

    @Test
    void everyOrderOfEventsComesToTheSame() {
        List<UnaryOperator<Reservation>> events = List.of(
                reservation -> reservation.filled(lots("0.1"), false, LATER),
                reservation -> reservation.filled(lots("0.3"), false, LATER),
                reservation -> reservation.booked(lots("0.1"), false, LATER),
                reservation -> reservation.booked(lots("0.3"), false, LATER),
                reservation -> reservation.ended(lots("0.3"), "expired", LATER));

        Set<Reservation> outcomes = new HashSet<>();
        permutations(events).forEach(order -> {
            Reservation reservation = whole;
            BigDecimal heldBefore = reservation.held();
            for (UnaryOperator<Reservation> event : order) {
                reservation = event.apply(reservation);
                // Repeated at once and held never grows: nothing here is filled beyond what was reserved.
                assertThat(event.apply(reservation)).isEqualTo(reservation);
                assertThat(reservation.held()).isLessThanOrEqualTo(heldBefore);
                assertThat(reservation.held().add(reservation.booked())).isGreaterThanOrEqualTo(reservation.filled());
                heldBefore = reservation.held();
            }
            outcomes.add(reservation);
        });

        assertThat(outcomes).hasSize(1);
        assertHolds(outcomes.iterator().next(), ReservationStatus.IN_BOOKS, "0", "0");
    }

    @Test
    void orderIsTheSameOnlyInEveryRespect() {
        ReservedOrder order = whole.order();
        assertThat(order.isSame(order("main", Side.BUY, "0.40"))).isTrue();
        assertThat(order.isSame(order("other", Side.BUY, "0.4"))).isFalse();
        assertThat(order.isSame(order("main", Side.BUY, "0.5"))).isFalse();
        assertThat(order.isSame(order("main", Side.SELL, "0.4"))).isFalse();
        // 0.4 lots are not 0.4 dollars.
        assertThat(order.isSame(new ReservedOrder(
                        order.orderId(),
                        order.orderId(),
                        "main",
                        "EURUSD",
                        Side.BUY,
                        new OrderSize.Notional(lots("0.4")),
                        null,
                        null)))
                .isFalse();
    }

    private static ReservedOrder order(String account, Side side, String lots) {
        return new ReservedOrder(
                new UUID(0, 1), new UUID(0, 1), account, "EURUSD", side, new OrderSize.Volume(lots(lots)), null, null);
    }

    private static void assertHolds(Reservation reservation, ReservationStatus status, String loss, String margin) {
        assertThat(reservation.status()).isEqualTo(status);
        assertThat(reservation.heldLoss()).isEqualByComparingTo(loss);
        assertThat(reservation.heldMargin()).isEqualByComparingTo(margin);
    }

    private static BigDecimal lots(String lots) {
        return new BigDecimal(lots);
    }

    static <T> List<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            List<T> rest = new ArrayList<>(items);
            T first = rest.remove(i);
            for (List<T> tail : permutations(rest)) {
                List<T> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}
