package dev.tradesuite.ledger.prediction;

import static dev.tradesuite.ledger.prediction.Wanted.CYCLE;
import static dev.tradesuite.ledger.prediction.Wanted.NOW;
import static dev.tradesuite.ledger.prediction.Wanted.batch;
import static dev.tradesuite.ledger.prediction.Wanted.buy;
import static dev.tradesuite.ledger.prediction.Wanted.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.contracts.ledger.PortfolioOrder.Status;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.ledger.prediction.RefusedException.Kind;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cycles of a portfolio of 1,000 USD on books kept in memory. */
class PortfolioCycleServiceTest {

    private final InMemoryBooks books = new InMemoryBooks();
    private final FixedClock clock = FixedClock.at(NOW.toString());
    private final FenceGuard fences = new FenceGuard(books, books, books);
    private final PortfolioOrderService orders =
            new PortfolioOrderService(fences, books, books, books, books, books, books, books, clock);
    private final PortfolioCycleService cycles = new PortfolioCycleService(books, books, fences, books, books, clock);
    private final FencedRun run = new FencedRun(1, CYCLE, 7);

    @BeforeEach
    void begin() {
        books.open("1000", NOW);
        cycles.begin(run);
    }

    @Test
    void onlyTheNewestRunBeginsAndCompletes() {
        cycles.begin(new FencedRun(1, CYCLE, 9));

        assertRefused(Kind.SUPERSEDED, () -> cycles.begin(run));
        assertRefused(Kind.SUPERSEDED, () -> cycles.complete(run, RunLabel.PAPER, _ -> "{}"));
        assertThat(books.only().fence()).isEqualTo(9);
    }

    @Test
    void runWithoutANumberIsTheOneThatStoodWhenItBegan() {
        FencedRun plain = new FencedRun(1, UUID.randomUUID(), 0);
        cycles.begin(plain);
        assertThat(buys(plain, "m")).isEqualTo(Status.FILLED);

        cycles.begin(new FencedRun(1, UUID.randomUUID(), 8));

        assertRefused(Kind.SUPERSEDED, () -> buys(plain, "n"));
        cycles.begin(plain);
        assertThat(buys(plain, "n")).isEqualTo(Status.FILLED);
    }

    @Test
    void runWithANumberDoesNotStandInForOneWithout() {
        FencedRun plain = new FencedRun(1, UUID.randomUUID(), 0);
        cycles.begin(plain);

        cycles.begin(plain.withFence(8));

        assertRefused(Kind.SUPERSEDED, () -> buys(plain, "n"));
    }

    @Test
    void completedCycleIsAnsweredFromItsReport() {
        String report = cycles.complete(
                run, RunLabel.PAPER, facts -> "worth " + facts.snapshot().value());

        assertThat(report).isEqualTo("worth 1000.00");
        assertThat(cycles.begin(run).report()).contains(report);
        assertThat(cycles.report(1, CYCLE)).contains(report);
        assertThat(cycles.complete(run, RunLabel.PAPER, _ -> "another")).isEqualTo(report);
        assertThat(books.snapshots).hasSize(1);
    }

    @Test
    void reportOfACycleUnderWayIsNotThere() {
        assertThat(cycles.report(1, CYCLE)).isEmpty();
        assertThat(cycles.report(1, UUID.randomUUID())).isEmpty();
    }

    @Test
    void reportIsWrittenFromWhatTheBooksKnow() {
        orders.place(run, batch(buy("m", "0.50", "100"), buy("n", "0.50", "2000")));
        orders.place(run, batch(List.of(won("m", "Yes", NOW.plusSeconds(1)))));
        List<PortfolioCycleService.Facts> known = new ArrayList<>();

        cycles.complete(run, RunLabel.PAPER, facts -> {
            known.add(facts);
            return "{}";
        });

        assertThat(known).singleElement().satisfies(facts -> {
            assertThat(facts.orders()).extracting(OutcomeOrder::status).containsExactly(Status.FILLED, Status.DENIED);
            assertThat(facts.settled()).isEqualTo(1);
            assertThat(facts.snapshot().cash()).isEqualByComparingTo("1100");
        });
    }

    @Test
    void cycleThatBrokeOffIsToldWithItsOrders() {
        buys(run, "m");

        PortfolioCycleService.Opening resumed = cycles.begin(new FencedRun(1, CYCLE, 8));

        assertThat(resumed.orders()).containsExactlyElementsOf(books.orders.values());
        assertThat(resumed.portfolio().fence()).isEqualTo(8);
        assertThat(cycles.begin(new FencedRun(1, UUID.randomUUID(), 9)).orders())
                .isEmpty();
    }

    @Test
    void portfolioMustBeThereAndNotArchived() {
        assertRefused(Kind.UNKNOWN_PORTFOLIO, () -> cycles.begin(new FencedRun(2, CYCLE, 7)));

        books.portfolios.computeIfPresent(
                1L, (_, portfolio) -> portfolio.in(PortfolioStatus.ARCHIVED, new StatusDecision("ann", null, NOW)));

        assertRefused(Kind.NOT_ACTIVE, () -> cycles.begin(new FencedRun(1, UUID.randomUUID(), 8)));
        assertRefused(Kind.NOT_ACTIVE, () -> cycles.begin(run));
        assertThat(books.cycles).hasSize(1);
    }

    @Test
    void dayHasOneSnapshotAndEndsAtMidnightUtc() {
        clock.advance(Duration.ofHours(13).plusMinutes(59));
        cycles.complete(run, RunLabel.PAPER, _ -> "{}");
        FencedRun late = new FencedRun(1, UUID.randomUUID(), 8);
        cycles.begin(late);
        buys(late, "m");
        cycles.complete(late, RunLabel.PAPER, _ -> "{}");
        clock.advance(Duration.ofMinutes(1));
        FencedRun next = new FencedRun(1, UUID.randomUUID(), 9);
        cycles.begin(next);
        cycles.complete(next, RunLabel.PAPER, _ -> "{}");

        assertThat(books.snapshots(1, 10))
                .extracting(DailySnapshot::day)
                .containsExactly(LocalDate.parse("2026-03-04"), LocalDate.parse("2026-03-05"));
        assertThat(books.snapshots(1, 10).getFirst().cash()).isEqualByComparingTo("900");
    }

    @Test
    void snapshotIsToldWhenItSaysSomethingNew() {
        cycles.complete(run, RunLabel.PAPER, _ -> "{}");
        FencedRun idle = new FencedRun(1, UUID.randomUUID(), 8);
        cycles.begin(idle);
        cycles.complete(idle, RunLabel.PAPER, _ -> "{}");

        assertThat(books.told).containsExactly("snapshot 2026-03-04");
    }

    @Test
    void reportsAndOrdersThatCameToNothingAreForgottenAndTheBooksAreKept() {
        orders.place(run, batch(buy("m", "0.50", "100"), buy("n", "0.50", "2000")));
        cycles.complete(run, RunLabel.PAPER, _ -> "{}");

        clock.advance(Duration.ofDays(30));
        cycles.forgetOlderThan(Duration.ofDays(30));
        assertThat(books.cycles).hasSize(1);
        assertThat(books.orders).hasSize(2);

        clock.advance(Duration.ofMillis(1));
        cycles.forgetOlderThan(Duration.ofDays(30));
        assertThat(books.cycles).isEmpty();
        assertThat(books.orders.values()).extracting(OutcomeOrder::status).containsExactly(Status.FILLED);
        assertThat(books.trades).hasSize(1);
    }

    private Status buys(FencedRun who, String market) {
        return orders.place(who, batch(buy(market, "0.50", "100")))
                .orders()
                .values()
                .iterator()
                .next()
                .status();
    }

    private static void assertRefused(Kind kind, Runnable work) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(work::run).satisfies((Consumer<RefusedException>)
                e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
