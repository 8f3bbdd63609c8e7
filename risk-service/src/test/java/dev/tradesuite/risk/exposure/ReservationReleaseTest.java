package dev.tradesuite.risk.exposure;

import static dev.tradesuite.risk.account.TestReports.report;
import static dev.tradesuite.risk.exposure.TestReservations.trade;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.risk.ReservationStatus;
import dev.tradesuite.risk.exposure.ReservationRelease.Result;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReservationReleaseTest {

    private static final UUID ORDER = new UUID(0, 1);

    private final TestReservations test = new TestReservations();
    private OrderOwners.Answer answer = new OrderOwners.Answer.Open();
    private final ReservationRelease release = new ReservationRelease(test.store, test.reservations, _ -> answer);

    ReservationReleaseTest() {
        test.risk.report(report("main", 1, "10000"));
        test.reservations.reserve(trade(ORDER, "main", "0.6"));
    }

    @Test
    void orderThatIsOnItsWayKeepsItsRoom() {
        assertRefused("on its way");
    }

    @Test
    void orderThatWasFilledKeepsItsRoomUntilTheBooksShowIt() {
        answer = new OrderOwners.Answer.Filled(new BigDecimal("0.6"));
        assertRefused("was filled");
    }

    @Test
    void orderItsOwnerDoesNotKnowKeepsItsRoom() {
        answer = new OrderOwners.Answer.NoSuchOrder();
        assertRefused("does not know it");
    }

    @Test
    void everythingStaysHeldWhileTheOwnerDoesNotAnswer() {
        answer = new OrderOwners.Answer.Unavailable("nothing answers");

        assertThat(release.release(ORDER, "a test")).isInstanceOf(Result.NotNow.class);
        assertThat(reservation().status()).isEqualTo(ReservationStatus.RESERVED);
    }

    @Test
    void orderThatEndedGivesBackWhatWasNotFilled() {
        answer = new OrderOwners.Answer.Ended(new BigDecimal("0.2"), "cancelled");

        assertThat(release.release(ORDER, "a test")).isInstanceOf(Result.Released.class);

        assertThat(reservation().status()).isEqualTo(ReservationStatus.CONFIRMED);
        assertThat(reservation().held()).isEqualByComparingTo("0.2");
        assertThat(reservation().endedBecause()).isEqualTo("a test");
    }

    @Test
    void askingAgainChangesNothing() {
        answer = new OrderOwners.Answer.Ended(BigDecimal.ZERO, "cancelled");
        release.release(ORDER, "a test");

        answer = new OrderOwners.Answer.Open();
        assertThat(release.release(ORDER, "again")).isInstanceOf(Result.Released.class);
        assertThat(reservation().endedBecause()).isEqualTo("a test");
    }

    @Test
    void orderWithoutAReservationIsUnknown() {
        assertThat(release.release(new UUID(0, 9), "a test")).isInstanceOf(Result.Unknown.class);
    }

    private void assertRefused(String why) {
        assertThat(release.release(ORDER, "a test"))
                .isInstanceOfSatisfying(Result.Refused.class, refused -> assertThat(refused.why())
                        .contains(why));
        assertThat(reservation().status()).isEqualTo(ReservationStatus.RESERVED);
        assertThat(reservation().held()).isEqualByComparingTo("0.6");
    }

    private Reservation reservation() {
        return test.store.find(ORDER).orElseThrow();
    }
}
