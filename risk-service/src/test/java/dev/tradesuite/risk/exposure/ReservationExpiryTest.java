package dev.tradesuite.risk.exposure;

import static dev.tradesuite.risk.account.TestReports.report;
import static dev.tradesuite.risk.exposure.TestReservations.trade;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.risk.ReservationStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The owner of an order is asked after 15 minutes, and one that knows no such order has its word after a day. */
class ReservationExpiryTest {

    private static final UUID ORDER = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final TestReservations test = new TestReservations();
    private final List<UUID> asked = new ArrayList<>();
    private OrderOwners.Answer answer = new OrderOwners.Answer.Open();
    private final ReservationExpiry expiry = new ReservationExpiry(
            test.store, test.reservations, this::ask, Duration.ofMinutes(15), Duration.ofDays(1), test.risk.clock);

    ReservationExpiryTest() {
        test.risk.report(report("main", 1, "10000"));
        test.reservations.reserve(trade(ORDER, "main", "0.6"));
    }

    private OrderOwners.Answer ask(ReservedOrder order) {
        asked.add(order.orderId());
        return answer;
    }

    @Test
    void ownerIsAskedOnlyAboutWhatIsHeldForLong() {
        after(Duration.ofMinutes(15));
        assertThat(asked).isEmpty();

        after(Duration.ofSeconds(1));
        after(Duration.ofMinutes(14));
        assertThat(asked).containsExactly(ORDER);

        after(Duration.ofMinutes(2));
        assertThat(asked).containsExactly(ORDER, ORDER);
        assertThat(status()).isEqualTo(ReservationStatus.RESERVED);
    }

    @Test
    void orderThatEndedIsGivenBack() {
        answer = new OrderOwners.Answer.Ended(new BigDecimal("0.2"), "cancelled");
        after(Duration.ofMinutes(16));

        // What was filled of it waits for the books.
        assertThat(status()).isEqualTo(ReservationStatus.CONFIRMED);
        assertThat(reservedLoss()).isEqualByComparingTo("100");
    }

    @Test
    void orderThatWasFilledStaysHeldUntilTheBooksShowIt() {
        answer = new OrderOwners.Answer.Filled(new BigDecimal("0.6"));
        after(Duration.ofDays(30));

        assertThat(status()).isEqualTo(ReservationStatus.CONFIRMED);
        assertThat(reservedLoss()).isEqualByComparingTo("300");
    }

    @Test
    void orderNobodyKnowsIsGivenBackAfterADay() {
        answer = new OrderOwners.Answer.NoSuchOrder();
        after(Duration.ofHours(23));
        assertThat(status()).isEqualTo(ReservationStatus.RESERVED);

        after(Duration.ofHours(2));
        assertThat(status()).isEqualTo(ReservationStatus.RELEASED);
        assertThat(reservedLoss()).isZero();
    }

    @Test
    void ownerThatDoesNotAnswerChangesNothingHoweverLong() {
        answer = new OrderOwners.Answer.Unavailable("the orchestrator is away");
        after(Duration.ofDays(365));

        assertThat(status()).isEqualTo(ReservationStatus.RESERVED);
    }

    @Test
    void failureHoldsUpNoOther() {
        test.reservations.reserve(trade(OTHER, "main", "0.1"));
        answer = new OrderOwners.Answer.Ended(BigDecimal.ZERO, "cancelled");
        test.risk.clock.advance(Duration.ofMinutes(16));
        ReservationExpiry failing = new ReservationExpiry(
                test.store,
                test.reservations,
                order -> {
                    if (order.orderId().equals(ORDER)) {
                        throw new IllegalStateException("a test");
                    }
                    return ask(order);
                },
                Duration.ofMinutes(15),
                Duration.ofDays(1),
                test.risk.clock);

        failing.look();

        assertThat(status()).isEqualTo(ReservationStatus.RESERVED);
        assertThat(test.reservations.find(OTHER).orElseThrow().status()).isEqualTo(ReservationStatus.RELEASED);
    }

    private void after(Duration time) {
        test.risk.clock.advance(time);
        expiry.look();
    }

    private ReservationStatus status() {
        return test.reservations.find(ORDER).orElseThrow().status();
    }

    private BigDecimal reservedLoss() {
        return test.risk.account("main").figures().reservedLoss();
    }
}
