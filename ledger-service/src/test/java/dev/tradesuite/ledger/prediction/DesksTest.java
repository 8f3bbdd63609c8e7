package dev.tradesuite.ledger.prediction;

import static dev.tradesuite.ledger.prediction.Terms.CYCLE;
import static dev.tradesuite.ledger.prediction.Terms.NOW;
import static dev.tradesuite.ledger.prediction.Terms.buy;
import static dev.tradesuite.ledger.prediction.Terms.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.contracts.ledger.PortfolioOrder.Status;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.ledger.prediction.RefusedException.Kind;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desks together, on books kept in memory. */
class DesksTest {

    private final InMemoryBooks books = new InMemoryBooks();
    private final FixedClock clock = FixedClock.at(NOW.toString());
    private final Runs runs = new Runs(books, books);
    private final OrderDesk orders = new OrderDesk(runs, books, books, books, books, books, books, books, clock);
    private final CycleDesk cycles = new CycleDesk(books, books, runs, books, books, books, clock);
    private final Run run = new Run(1, CYCLE, 7);

    @BeforeEach
    void begin() {
        books.open("1000", NOW);
        cycles.begin(run);
    }

    @Test
    void riskIsAskedBeforeAnythingIsBought() {
        PaperOrder order = orders.place(run, buy("m", "0.50", "100", "1"));

        assertThat(order.status()).isEqualTo(Status.FILLED);
        assertThat(books.told).containsExactly("asked for 101.00", "traded BUY", "filled m");
        assertThat(books.positions).hasSize(1);
        assertThat(books.only().funds().cash()).isEqualByComparingTo("899");
    }

    @Test
    void whatRiskDeniesIsNotBoughtAndNothingIsHeld() {
        books.verdict = new RiskGate.Verdict.Denied(List.of(new Denial("TRADING_HALTED", "a test")));

        PaperOrder order = orders.place(run, buy("m", "0.50", "100"));

        assertThat(order.status()).isEqualTo(Status.DENIED);
        assertThat(order.denials()).extracting(Denial::code).containsExactly("TRADING_HALTED");
        assertThat(books.told).containsExactly("asked for 100.00");
        assertThat(books.trades).isEmpty();
    }

    @Test
    void withoutAnAnswerOfRiskNothingIsBoughtAndWhatMayBeHeldIsGivenBack() {
        books.verdict = new RiskGate.Verdict.Unsure("no answer in time");

        assertThat(orders.place(run, buy("m", "0.50", "100")).denials())
                .extracting(Denial::code)
                .containsExactly("RISK_UNAVAILABLE");
        assertThat(books.told).containsExactly("asked for 100.00", "closed RISK_UNAVAILABLE");
    }

    @Test
    void cashThatIsGoneMeanwhileDeniesAndGivesBack() {
        books.meanwhile = once(() -> orders.place(run, buy("other", "0.50", "950")));

        PaperOrder order = orders.place(run, buy("m", "0.50", "100"));

        assertThat(order.denials()).extracting(Denial::code).containsExactly("INSUFFICIENT_CASH");
        assertThat(books.told).endsWith("filled other", "closed INSUFFICIENT_CASH");
        assertThat(books.only().funds().cash()).isEqualByComparingTo("50");
    }

    @Test
    void repeatGoesOnWhereAStopInterruptedTheFirstAttempt() {
        books.meanwhile = () -> {
            throw new IllegalStateException("killed while risk-service was asked");
        };
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> orders.place(run, buy("m", "0.50", "100")));
        assertThat(books.orders.values()).extracting(PaperOrder::status).containsExactly(Status.NEW);

        books.meanwhile = () -> {};
        // The terms are those of the first attempt, whatever the market says now.
        PaperOrder order = orders.place(run, buy("m", "0.60", "200"));

        assertThat(order.status()).isEqualTo(Status.FILLED);
        assertThat(books.orders).hasSize(1);
        assertThat(books.only().funds().cash()).isEqualByComparingTo("900");
    }

    @Test
    void orderNobodyComesBackForIsCancelledAfterAWhile() {
        books.meanwhile = () -> {
            throw new IllegalStateException("killed");
        };
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> orders.place(run, buy("m", "0.50", "100")));
        Duration patience = Duration.ofMinutes(1);

        clock.advance(patience);
        orders.cancelAbandoned(patience);
        assertThat(books.orders.values()).extracting(PaperOrder::status).containsExactly(Status.NEW);

        clock.advance(Duration.ofMillis(1));
        orders.cancelAbandoned(patience);
        assertThat(books.orders.values()).extracting(PaperOrder::status).containsExactly(Status.CANCELLED);
        assertThat(books.told).endsWith("closed INTERRUPTED");
        assertThat(orders.place(run, buy("m", "0.50", "100")).status()).isEqualTo(Status.CANCELLED);
        assertThat(books.trades).isEmpty();
    }

    @Test
    void instanceThatWasFrozenWhileRiskWasAskedBuysNothing() {
        books.meanwhile = once(() -> cycles.begin(new Run(1, UUID.randomUUID(), 8)));

        assertRefused(Kind.SUPERSEDED, () -> orders.place(run, buy("m", "0.50", "100")));

        assertThat(books.trades).isEmpty();
        assertThat(books.only().funds().cash()).isEqualByComparingTo("1000");
    }

    @Test
    void instanceThatTakesOverTheSameCycleEndsWhatTheOtherBegan() {
        Run next = new Run(1, CYCLE, 8);
        books.meanwhile = once(() -> {
            cycles.begin(next);
            orders.place(next, buy("m", "0.50", "100"));
        });

        assertRefused(Kind.SUPERSEDED, () -> orders.place(run, buy("m", "0.50", "100")));

        assertThat(books.trades).hasSize(1);
        assertThat(books.orders.values()).extracting(PaperOrder::status).containsExactly(Status.FILLED);
    }

    @Test
    void onlyTheNewestRunWrites() {
        cycles.begin(new Run(1, CYCLE, 9));

        assertRefused(Kind.SUPERSEDED, () -> cycles.begin(run));
        assertRefused(Kind.SUPERSEDED, () -> cycles.complete(run, RunLabel.PAPER, _ -> "{}"));
        assertRefused(Kind.SUPERSEDED, () -> orders.place(run, sell("m", "0.50", "0")));
        assertThat(books.only().fence()).isEqualTo(9);
    }

    @Test
    void runWithoutANumberIsTheOneThatStoodWhenItBegan() {
        Run plain = new Run(1, UUID.randomUUID(), 0);
        cycles.begin(plain);
        assertThat(orders.place(plain, buy("m", "0.50", "100")).status()).isEqualTo(Status.FILLED);

        cycles.begin(new Run(1, UUID.randomUUID(), 8));

        assertRefused(Kind.SUPERSEDED, () -> orders.place(plain, buy("n", "0.50", "100")));
        cycles.begin(plain);
        assertThat(orders.place(plain, buy("n", "0.50", "100")).status()).isEqualTo(Status.FILLED);
    }

    @Test
    void completedCycleIsAnsweredFromItsReport() {
        String report = cycles.complete(run, RunLabel.PAPER, snapshot -> "worth " + snapshot.value());

        assertThat(report).isEqualTo("worth 1000.00");
        assertThat(cycles.begin(run).report()).contains(report);
        assertThat(cycles.complete(run, RunLabel.PAPER, _ -> "another")).isEqualTo(report);
        assertRefused(Kind.CYCLE_COMPLETED, () -> orders.place(run, buy("m", "0.50", "100")));
        assertThat(books.snapshots).hasSize(1);
    }

    @Test
    void cycleThatBrokeOffIsToldWithItsOrders() {
        PaperOrder bought = orders.place(run, buy("m", "0.50", "100"));

        assertThat(cycles.begin(new Run(1, CYCLE, 8)).resumed()).isTrue();
        assertThat(orders.ofCycle(1, CYCLE)).containsExactly(bought);
        assertThat(cycles.begin(new Run(1, UUID.randomUUID(), 9)).resumed()).isFalse();
    }

    @Test
    void cycleMustBegin() {
        Run unknown = new Run(1, UUID.randomUUID(), 7);

        assertRefused(Kind.CYCLE_NOT_BEGUN, () -> orders.place(unknown, buy("m", "0.50", "100")));
        assertRefused(Kind.UNKNOWN_PORTFOLIO, () -> cycles.begin(new Run(2, CYCLE, 7)));
    }

    @Test
    void dayHasOneSnapshotAndEndsAtMidnightUtc() {
        clock.advance(Duration.ofHours(13).plusMinutes(59));
        cycles.complete(run, RunLabel.PAPER, _ -> "{}");
        Run late = new Run(1, UUID.randomUUID(), 8);
        cycles.begin(late);
        orders.place(late, buy("m", "0.50", "100"));
        cycles.complete(late, RunLabel.PAPER, _ -> "{}");
        clock.advance(Duration.ofMinutes(1));
        Run next = new Run(1, UUID.randomUUID(), 9);
        cycles.begin(next);
        cycles.complete(next, RunLabel.PAPER, _ -> "{}");

        assertThat(books.snapshots(1, 10))
                .extracting(Snapshot::day)
                .containsExactly(LocalDate.parse("2026-03-04"), LocalDate.parse("2026-03-05"));
        assertThat(books.snapshots(1, 10).getFirst().cash()).isEqualByComparingTo("900");
    }

    private static void assertRefused(Kind kind, Runnable work) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(work::run).satisfies((Consumer<RefusedException>)
                e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private Runnable once(Runnable work) {
        return () -> {
            books.meanwhile = () -> {};
            work.run();
        };
    }
}
