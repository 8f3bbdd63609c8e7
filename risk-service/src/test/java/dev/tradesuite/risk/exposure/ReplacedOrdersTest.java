package dev.tradesuite.risk.exposure;

import static dev.tradesuite.risk.account.TestReports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.risk.ReservationStatus;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.account.TestRisk;
import dev.tradesuite.risk.check.CorrelationSource;
import dev.tradesuite.risk.check.TestTrades;
import dev.tradesuite.risk.check.TradeSubjects;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The account has 10,000 USD, of which 500 may be lost a day. A share of AAPL loses 5 at its stop. */
class ReplacedOrdersTest {

    private static final UUID OLD = new UUID(0, 1);
    private static final UUID NEW = new UUID(0, 2);
    private static final UUID NEWER = new UUID(0, 3);
    private static final UUID OTHER = new UUID(0, 4);

    private final TestReservations test = new TestReservations();
    private final TestRisk risk = test.risk;
    private final Reservations reservations = test.reservations;

    @BeforeEach
    void accountIsKnown() {
        risk.report(report("main", 1, "10000"));
    }

    @Test
    void orderNearTheLimitMayBeReplaced() {
        reserve(OLD, "90");

        // 450 are held; 475 beside them would be 925, in their place they are 475 of 500.
        assertThat(outcome(reservations.reserve(trade(NEW, "main", "95")))).isEqualTo("DENIED DAILY_LOSS_LIMIT");
        assertThat(replace(NEW, "95", OLD, "0")).isEqualTo("RESERVED");
    }

    @Test
    void replacementAboveTheLimitIsDenied() {
        reserve(OLD, "90");

        assertThat(replace(NEW, "101", OLD, "0")).isEqualTo("DENIED DAILY_LOSS_LIMIT");
        assertThat(held()).isEqualByComparingTo("450");
    }

    @Test
    void bothAreHeldUntilTheOldOneHasEnded() {
        reserve(OLD, "90");
        replace(NEW, "95", OLD, "0");

        assertThat(held()).isEqualByComparingTo("925");
        assertThat(outcome(reservations.reserve(trade(OTHER, "main", "1")))).isEqualTo("DENIED DAILY_LOSS_LIMIT");

        reservations.ended("main", OLD, BigDecimal.ZERO, "replaced");
        assertThat(held()).isEqualByComparingTo("475");
        assertThat(outcome(reservations.reserve(trade(OTHER, "main", "5")))).isEqualTo("RESERVED");
    }

    @Test
    void oldOneIsHeldOnWhenTheNewOneComesToNothing() {
        reserve(OLD, "90");
        replace(NEW, "95", OLD, "0");

        reservations.ended("main", NEW, BigDecimal.ZERO, "the broker refused the change");

        assertThat(held()).isEqualByComparingTo("450");
        assertThat(reservations.find(OLD).orElseThrow().status()).isEqualTo(ReservationStatus.RESERVED);
    }

    @Test
    void orderIsReplacedAgainBeforeTheEndOfTheFirstIsKnown() {
        reserve(OLD, "90");
        replace(NEW, "95", OLD, "0");

        assertThat(replace(NEWER, "100", NEW, "0")).isEqualTo("RESERVED");
        reservations.ended("main", NEW, BigDecimal.ZERO, "replaced");
        reservations.ended("main", OLD, BigDecimal.ZERO, "replaced");
        assertThat(held()).isEqualByComparingTo("500");
    }

    @Test
    void twoChangesOfOneOrderAtOnceAreBothHeldAndOneIsFreed() {
        reserve(OLD, "90");
        assertThat(replace(NEW, "95", OLD, "0")).isEqualTo("RESERVED");
        assertThat(replace(NEWER, "98", OLD, "0")).isEqualTo("RESERVED");

        // The broker takes one of them; the other is refused there.
        reservations.ended("main", NEW, BigDecimal.ZERO, "the order was gone");
        reservations.ended("main", OLD, BigDecimal.ZERO, "replaced");
        assertThat(held()).isEqualByComparingTo("490");
    }

    @Test
    void whatIsFilledOfTheOldOneCountsOn() {
        reserve(OLD, "90");
        reservations.filled("main", OLD, new BigDecimal("40"), false);

        // 200 are filled and not in the books yet: 61 more lose 305.
        assertThat(replace(NEW, "61", OLD, "40")).isEqualTo("DENIED DAILY_LOSS_LIMIT");
        assertThat(replace(NEW, "60", OLD, "40")).isEqualTo("RESERVED");
    }

    @Test
    void fillThatOnlyTheOwnerKnowsOfYetCountsOn() {
        reserve(OLD, "90");

        assertThat(replace(NEW, "61", OLD, "40")).isEqualTo("DENIED DAILY_LOSS_LIMIT");
        assertThat(reservations.find(OLD).orElseThrow().filled()).isEqualByComparingTo("40");
        assertThat(replace(NEW, "60", OLD, "40")).isEqualTo("RESERVED");
    }

    @Test
    void moreThanItsSizeIsNeverFilledOfTheOldOne() {
        reserve(OLD, "90");

        replace(NEW, "1", OLD, "5000");

        assertThat(held()).as("90 filled shares, and 1 that is not").isEqualByComparingTo("455");
    }

    @Test
    void noCreditIsGivenForAnOrderThatHasEnded() {
        reserve(OLD, "90");
        reserve(OTHER, "10");
        reservations.ended("main", OLD, BigDecimal.ZERO, "cancelled");

        assertThat(replace(NEW, "95", OLD, "0")).isEqualTo("DENIED DAILY_LOSS_LIMIT");
        assertThat(replace(NEW, "90", OLD, "0")).isEqualTo("RESERVED");
        assertThat(held()).isEqualByComparingTo("500");
    }

    @Test
    void noCreditIsGivenForAnotherInstrumentSideAccountOrAnUnknownOrder() {
        risk.report(report("second", 1, "10000"));
        reserve(OLD, "90");
        reservations.reserve(trade(OTHER, "second", "90"));

        ReserveOrder euro = new ReserveOrder(
                        NEW,
                        "main",
                        TestTrades.trade("GBPUSD", Side.BUY, "95", "127", "126"),
                        new TradeSubjects("EURUSD", null, null),
                        CorrelationSource.Window.NEWEST)
                .replacing(new ReserveOrder.Replaced(OLD, BigDecimal.ZERO));
        ReserveOrder sale = new ReserveOrder(
                        NEW,
                        "main",
                        TestTrades.trade("EURUSD", Side.SELL, "95", "108", "109"),
                        new TradeSubjects("AAPL", null, null),
                        CorrelationSource.Window.NEWEST)
                .replacing(new ReserveOrder.Replaced(OLD, BigDecimal.ZERO));
        assertThat(outcome(reservations.reserve(euro))).isEqualTo("DENIED DAILY_LOSS_LIMIT");
        assertThat(outcome(reservations.reserve(sale))).isEqualTo("DENIED DAILY_LOSS_LIMIT");
        assertThat(replace(NEW, "95", OTHER, "0")).isEqualTo("DENIED DAILY_LOSS_LIMIT");
        assertThat(replace(NEW, "95", NEWER, "0")).isEqualTo("DENIED DAILY_LOSS_LIMIT");
    }

    @Test
    void askingAgainAnswersTheReservationThatStands() {
        reserve(OLD, "90");
        replace(NEW, "95", OLD, "0");

        assertThat(replace(NEW, "95", OLD, "0")).isEqualTo("RESERVED");
        assertThat(held()).isEqualByComparingTo("925");
    }

    /** Whatever comes first, at every moment at least what works at the broker is held. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void whatWorksIsHeldInEveryOrderOfEvents(long seed) {
        Random random = new Random(seed);
        reserve(OLD, "90");
        UUID working = OLD;
        List<UUID> untold = new ArrayList<>();
        for (int i = 10; i < 200; i++) {
            if (random.nextInt(3) > 0) {
                UUID next = new UUID(0, i);
                String lots = String.valueOf(10 + random.nextInt(90));
                assertThat(replace(next, lots, working, "0")).isEqualTo("RESERVED");
                // The broker takes the change or refuses it; either way one of the two is gone, and that is told later.
                boolean taken = random.nextBoolean();
                untold.add(taken ? working : next);
                working = taken ? next : working;
            } else if (!untold.isEmpty()) {
                reservations.ended("main", untold.remove(random.nextInt(untold.size())), BigDecimal.ZERO, "told late");
            }
            Reservation works = reservations.find(working).orElseThrow();
            assertThat(works.held()).isEqualByComparingTo(works.order().size().value());
            assertThat(held()).isGreaterThanOrEqualTo(works.heldLoss()).isEqualByComparingTo(sumHeld());
        }
        untold.forEach(order -> reservations.ended("main", order, BigDecimal.ZERO, "told late"));
        assertThat(held())
                .isEqualByComparingTo(reservations.find(working).orElseThrow().heldLoss());
    }

    private static ReserveOrder trade(UUID order, String account, String shares) {
        return new ReserveOrder(
                order,
                account,
                TestTrades.trade("AAPL", Side.BUY, shares, "190", "185"),
                new TradeSubjects("AAPL", null, null),
                CorrelationSource.Window.NEWEST);
    }

    private BigDecimal sumHeld() {
        return test.store.rows.values().stream().map(Reservation::heldLoss).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void reserve(UUID order, String lots) {
        assertThat(outcome(reservations.reserve(trade(order, "main", lots)))).isEqualTo("RESERVED");
    }

    private String replace(UUID order, String lots, UUID replaced, String filled) {
        return outcome(reservations.reserve(
                trade(order, "main", lots).replacing(new ReserveOrder.Replaced(replaced, new BigDecimal(filled)))));
    }

    private BigDecimal held() {
        return risk.account("main").figures().reservedLoss();
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
