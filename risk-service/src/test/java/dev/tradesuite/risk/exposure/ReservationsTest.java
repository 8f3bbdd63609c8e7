package dev.tradesuite.risk.exposure;

import static dev.tradesuite.risk.account.TestReports.report;
import static dev.tradesuite.risk.exposure.TestReservations.stake;
import static dev.tradesuite.risk.exposure.TestReservations.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.risk.ReservationStatus;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.account.BookedPosition;
import dev.tradesuite.risk.account.BooksReport;
import dev.tradesuite.risk.account.BooksSource;
import dev.tradesuite.risk.account.TestRisk;
import dev.tradesuite.risk.check.CorrelationSource;
import dev.tradesuite.risk.check.TestTrades;
import dev.tradesuite.risk.check.TradeSubjects;
import dev.tradesuite.risk.state.StateSubject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Accounts have 10,000 USD: 5 % of it, 500, may be lost a day. */
class ReservationsTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);
    private static final BooksReport BOOKS = report("portfolio-7", 1, "10000");

    private final TestReservations test = new TestReservations();
    private final TestRisk risk = test.risk;
    private final Reservations reservations = test.reservations;

    @Test
    void roomIsHeldAndNotGivenTwice() {
        risk.report(report("main", 1, "10000"));

        // 0.6 lots lose 300 at the stop; 300 more would make 600.
        assertThat(outcome(reservations.reserve(trade(FIRST, "main", "0.6")))).isEqualTo("RESERVED");
        assertThat(outcome(reservations.reserve(trade(SECOND, "main", "0.6")))).isEqualTo("DENIED DAILY_LOSS_LIMIT");

        assertThat(reservedLoss("main")).isEqualByComparingTo("300");
        assertThat(reservations.find(SECOND)).isEmpty();
    }

    @Test
    void askingAgainAnswersWhatStands() {
        risk.report(report("main", 1, "10000"));
        reservations.reserve(trade(FIRST, "main", "0.6"));

        assertThat(reservations.reserve(trade(FIRST, "main", "0.60")))
                .isEqualTo(new ReserveOutcome.Stands(reservation(FIRST), null));
        assertThat(reservedLoss("main")).isEqualByComparingTo("300");
        assertThatThrownBy(() -> reservations.reserve(trade(FIRST, "main", "0.5")))
                .isInstanceOf(OrderReservedException.class);
    }

    @Test
    void wayOutOfAPositionThatNoEventHasToldOfIsFoundInTheBooks() {
        risk.report(report("main", 1, "10000"));
        BookedPosition held = new BookedPosition(
                "EURUSD",
                Side.BUY,
                Lots.of("0.4"),
                new BigDecimal("866.80"),
                new BigDecimal("1.0835"),
                null,
                BigDecimal.ONE);
        risk.ledger.put("main", new BooksSource.Answer.Found(report("main", 2, "10000", held)));
        assertThat(test.store.holdings("main")).as("nothing is known of it").isEmpty();

        assertThat(outcome(reservations.reserve(wayOut(FIRST, "0.5"))))
                .as("more than is held is no way out")
                .isEqualTo("DENIED STOP_MISSING");
        assertThat(outcome(reservations.reserve(wayOut(SECOND, "0.4")))).isEqualTo("RESERVED");
    }

    @Test
    void tradeWithoutAStopIsDeniedWhenTheBooksHoldNothingOrDoNotAnswer() {
        risk.report(report("main", 1, "10000"));
        risk.ledger.put("main", new BooksSource.Answer.Found(report("main", 2, "10000")));
        assertThat(outcome(reservations.reserve(wayOut(FIRST, "0.4")))).isEqualTo("DENIED STOP_MISSING");

        risk.ledger.put("main", new BooksSource.Answer.Unavailable("the books do not answer"));
        assertThat(outcome(reservations.reserve(wayOut(FIRST, "0.4")))).isEqualTo("DENIED STOP_MISSING");
    }

    private static ReserveOrder wayOut(UUID id, String lots) {
        return new ReserveOrder(
                id,
                "main",
                TestTrades.trade("EURUSD", Side.SELL, lots, "1.0835", null),
                new TradeSubjects("EURUSD", null, null),
                CorrelationSource.Window.NEWEST);
    }

    @Test
    void booksAreAskedAboutAnAccountThatIsNotKnown() {
        risk.ledger.put("main", new BooksSource.Answer.Found(report("main", 1, "10000")));
        risk.ledger.put("away", new BooksSource.Answer.Unavailable("the books do not answer"));

        assertThat(outcome(reservations.reserve(trade(FIRST, "main", "0.6")))).isEqualTo("RESERVED");
        assertThat(outcome(reservations.reserve(trade(SECOND, "away", "0.6")))).isEqualTo("DENIED ACCOUNT_UNKNOWN");
        assertThat(outcome(reservations.reserve(trade(THIRD, "none", "0.6")))).isEqualTo("DENIED ACCOUNT_UNKNOWN");
        assertThat(risk.accounts.find("away")).isEmpty();
    }

    @Test
    void reservationBeginsTheNewDayOfAnAccountNothingHappenedTo() {
        risk.report(report("main", 1, "10000"));
        risk.report(report("main", 2, "9600"));
        assertThat(outcome(reservations.reserve(trade(FIRST, "main", "0.8")))).isEqualTo("DENIED DAILY_LOSS_LIMIT");
        risk.clock.advance(Duration.ofDays(1));

        // The 400 lost are yesterday's: 5 % of the 9,600 the new day begins with are 480.
        assertThat(outcome(reservations.reserve(trade(FIRST, "main", "0.8")))).isEqualTo("RESERVED");

        assertThat(risk.account("main").figures().dayStartEquity()).isEqualByComparingTo("9600");
        assertThat(reservedLoss("main")).isEqualByComparingTo("400");
    }

    @Test
    void eachStakeSeesThoseBeforeItAsHeld() {
        List<ReserveOutcome> outcomes = reservations.reserve(
                List.of(stake(FIRST, "m1", "300"), stake(SECOND, "m2", "300"), stake(THIRD, "m3", "200")),
                BOOKS,
                Set.of());

        assertThat(outcomes)
                .extracting(ReservationsTest::outcome)
                .containsExactly("RESERVED", "DENIED DAILY_LOSS_LIMIT", "RESERVED");
        assertThat(reservedLoss("portfolio-7")).isEqualByComparingTo("500");
    }

    @Test
    void repeatedBatchHoldsNothingMore() {
        List<ReserveOrder> batch = List.of(stake(FIRST, "m1", "300"), stake(SECOND, "m2", "100"));
        reservations.reserve(batch, BOOKS, Set.of());

        List<ReserveOutcome> again = reservations.reserve(batch, BOOKS, Set.of());

        assertThat(again)
                .containsExactly(
                        new ReserveOutcome.Stands(reservation(FIRST), null),
                        new ReserveOutcome.Stands(reservation(SECOND), null));
        assertThat(reservedLoss("portfolio-7")).isEqualByComparingTo("400");
    }

    @Test
    void orderThatStandsTwiceInABatchIsHeldOnce() {
        reservations.reserve(List.of(stake(FIRST, "m1", "300"), stake(FIRST, "m1", "300")), BOOKS, Set.of());

        assertThat(reservedLoss("portfolio-7")).isEqualByComparingTo("300");
    }

    @Test
    void batchWithAnotherOrdersNumberHoldsNothing() {
        reservations.reserve(List.of(stake(SECOND, "m2", "100")), BOOKS, Set.of());

        assertThatThrownBy(() -> reservations.reserve(
                        List.of(stake(FIRST, "m1", "100"), stake(SECOND, "m2", "99")), BOOKS, Set.of()))
                .isInstanceOf(OrderReservedException.class)
                .hasMessageContaining(SECOND.toString());
        assertThat(reservations.find(FIRST)).isEmpty();
        assertThat(reservedLoss("portfolio-7")).isEqualByComparingTo("100");
    }

    @Test
    void haltOfAMarketConcernsItsStakeAlone() {
        risk.stateService.change(
                new StateSubject(TradingStateScope.SYMBOL, "m1"), TradingState.HALTED, "a test", "ann");

        assertThat(reservations.reserve(List.of(stake(FIRST, "m1", "10"), stake(SECOND, "m2", "10")), BOOKS, Set.of()))
                .extracting(ReservationsTest::outcome)
                .containsExactly("DENIED TRADING_HALTED", "RESERVED");
    }

    @Test
    void stakesInTheBooksThatComeAlongAreHeldNoLonger() {
        reservations.reserve(List.of(stake(FIRST, "m1", "400")), BOOKS, Set.of());

        List<ReserveOutcome> second = reservations.reserve(
                List.of(stake(SECOND, "m2", "400")), report("portfolio-7", 2, "10000"), Set.of(FIRST));

        assertThat(outcome(second.getFirst())).isEqualTo("RESERVED");
        assertThat(reservation(FIRST).status()).isEqualTo(ReservationStatus.IN_BOOKS);
        assertThat(reservedLoss("portfolio-7")).isEqualByComparingTo("400");
    }

    @Test
    void fillIsHeldUntilTheBooksShowItWhicheverComesFirst() {
        risk.report(report("main", 1, "10000"));
        reservations.reserve(trade(FIRST, "main", "0.6"));
        reservations.reserve(trade(SECOND, "main", "0.2"));

        reservations.filled("main", FIRST, new BigDecimal("0.6"), true);
        assertThat(reservation(FIRST).status()).isEqualTo(ReservationStatus.CONFIRMED);
        assertThat(reservedLoss("main")).isEqualByComparingTo("400");
        reservations.reported(report("main", 2, "10000"), fill(FIRST, "0.6"));
        assertThat(reservedLoss("main")).isEqualByComparingTo("100");

        reservations.reported(report("main", 3, "10000"), fill(SECOND, "0.2"));
        reservations.filled("main", SECOND, new BigDecimal("0.2"), true);
        assertThat(reservation(SECOND).status()).isEqualTo(ReservationStatus.IN_BOOKS);
        assertThat(reservedLoss("main")).isZero();
    }

    @Test
    void fillBeyondTheSizeOfTheOrderIsNotBelieved() {
        risk.report(report("main", 1, "10000"));
        reservations.reserve(trade(FIRST, "main", "0.6"));

        assertThatThrownBy(() -> reservations.filled("main", FIRST, new BigDecimal("600"), true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of 0.6 and cannot be filled to 600");
        assertThatThrownBy(() -> reservations.ended("main", FIRST, new BigDecimal("0.7"), "cancelled"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(reservedLoss("main")).isEqualByComparingTo("300");
    }

    @Test
    void reportWithItsFillIsOneWriteOfTheAccount() {
        risk.report(report("main", 1, "10000"));
        reservations.reserve(trade(FIRST, "main", "0.6"));
        int before = risk.accounts.writes;

        reservations.reported(report("main", 2, "9990"), fill(FIRST, "0.6"));

        assertThat(risk.accounts.writes).isEqualTo(before + 1);
        assertThat(risk.account("main").figures().equity()).isEqualByComparingTo("9990");
        assertThat(reservedLoss("main")).isZero();
    }

    @Test
    void fillOfAnOlderReportIsTakenIn() {
        risk.report(report("main", 1, "10000"));
        reservations.reserve(trade(FIRST, "main", "0.6"));
        reservations.reported(report("main", 3, "9980"), Optional.empty());

        reservations.reported(report("main", 2, "9990"), fill(FIRST, "0.6"));

        assertThat(reservation(FIRST).status()).isEqualTo(ReservationStatus.IN_BOOKS);
        assertThat(risk.account("main").figures().equity()).isEqualByComparingTo("9980");
    }

    @Test
    void releaseFreesWhatIsNotFilled() {
        risk.report(report("main", 1, "10000"));
        reservations.reserve(trade(FIRST, "main", "0.6"));
        reservations.filled("main", FIRST, new BigDecimal("0.2"), false);

        reservations.released("main", FIRST, "cancelled");

        // A third is filled and not in the books yet.
        assertThat(reservedLoss("main")).isEqualByComparingTo("100");
        assertThat(reservations.released("main", SECOND, "cancelled")).isEmpty();
    }

    @Test
    void orderThatHasEndedIsNotReservedForAnyMore() {
        risk.report(report("main", 1, "10000"));

        reservations.ended("main", FIRST, BigDecimal.ZERO, "cancelled");

        assertThat(outcome(reservations.reserve(trade(FIRST, "main", "0.6")))).isEqualTo("RELEASED");
        assertThat(reservedLoss("main")).isZero();
        assertThat(reservations.find(FIRST)).isEmpty();
    }

    @Test
    void endIsRememberedForAnAccountThatIsNotKnownYet() {
        reservations.ended("main", FIRST, BigDecimal.ZERO, "cancelled");
        risk.ledger.put("main", new BooksSource.Answer.Found(report("main", 1, "10000")));

        assertThat(outcome(reservations.reserve(trade(FIRST, "main", "0.6")))).isEqualTo("RELEASED");
        assertThat(reservedLoss("main")).isZero();
    }

    @Test
    void endWinsWhenTheReservationComesBeforeItIsRemembered() {
        // The account is not known when the end is looked at; before the end is written down, it is added and reserved.
        risk.ledger.put("main", new BooksSource.Answer.Found(report("main", 1, "10000")));
        test.store.meanwhile = () -> reservations.reserve(trade(FIRST, "main", "0.6"));

        reservations.ended("main", FIRST, BigDecimal.ZERO, "cancelled");

        assertThat(reservation(FIRST).status()).isEqualTo(ReservationStatus.RELEASED);
        assertThat(reservedLoss("main")).isZero();
    }

    @Test
    void orderOfAnotherAccountIsLeftAlone() {
        risk.report(report("main", 1, "10000"));
        risk.report(report("other", 1, "10000"));
        reservations.reserve(trade(FIRST, "main", "0.6"));

        assertThat(reservations.filled("other", FIRST, new BigDecimal("0.6"), true))
                .isEmpty();
        reservations.reported(report("other", 2, "10000"), fill(FIRST, "0.6"));

        assertThat(reservation(FIRST).status()).isEqualTo(ReservationStatus.RESERVED);
    }

    private Reservation reservation(UUID order) {
        return reservations.find(order).orElseThrow();
    }

    private BigDecimal reservedLoss(String account) {
        return risk.account(account).figures().reservedLoss();
    }

    private static Optional<ReportedFill> fill(UUID order, String lots) {
        return Optional.of(new ReportedFill(order, new BigDecimal(lots), true));
    }

    private static String outcome(ReserveOutcome outcome) {
        return switch (outcome) {
            case ReserveOutcome.Stands(Reservation reservation, var _) ->
                reservation.status().name();
            case ReserveOutcome.NothingToHold _ -> "nothing to hold";
            case ReserveOutcome.Denied(var assessment) ->
                "DENIED "
                        + assessment.denials().stream()
                                .map(Reason::code)
                                .findFirst()
                                .orElseThrow();
        };
    }
}
