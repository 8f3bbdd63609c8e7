package dev.tradesuite.ledger.prediction;

import static dev.tradesuite.ledger.prediction.Wanted.CYCLE;
import static dev.tradesuite.ledger.prediction.Wanted.NOW;
import static dev.tradesuite.ledger.prediction.Wanted.batch;
import static dev.tradesuite.ledger.prediction.Wanted.buy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.ledger.prediction.RefusedException.Kind;
import dev.tradesuite.test.FixedClock;
import java.util.OptionalLong;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which numbers of runs a portfolio takes whose newest run is 7. */
class FenceGuardTest {

    private static final String QUESTION = "asked for the fence of 1";

    private final InMemoryBooks books = new InMemoryBooks();
    private final FixedClock clock = FixedClock.at(NOW.toString());
    private final FenceGuard fences = new FenceGuard(books, books, books);
    private final PortfolioOrderService orders =
            new PortfolioOrderService(fences, books, books, books, books, books, books, books, clock);
    private final PortfolioCycleService cycles = new PortfolioCycleService(books, books, fences, books, books, clock);
    private final UUID other = UUID.randomUUID();

    @BeforeEach
    void begin() {
        books.open("1000", NOW);
        cycles.begin(new FencedRun(1, CYCLE, 7));
    }

    /** The numbers are one sequence for all portfolios: 1,000 runs of others lie in between. */
    @ParameterizedTest
    @ValueSource(longs = {7, 8, 1_007})
    void nobodyIsAskedAboutAShortStep(long fence) {
        cycles.begin(new FencedRun(1, other, fence));

        assertThat(books.only().fence()).isEqualTo(fence);
        assertThat(books.told).doesNotContain(QUESTION);
    }

    @ParameterizedTest
    @ValueSource(longs = {1_008, 1_000_000, Long.MAX_VALUE})
    void longStepThatNobodyHasGivenIsRefusedAndTheNextCycleRuns(long fence) {
        assertRefused(Kind.FENCE_UNKNOWN, () -> cycles.begin(new FencedRun(1, other, fence)));

        assertThat(books.only().fence()).isEqualTo(7);
        assertThat(books.cycles).containsOnlyKeys(CYCLE);
        cycles.begin(new FencedRun(1, other, 8));
        assertThat(books.only().fence()).isEqualTo(8);
    }

    @Test
    void longStepTheOrchestratorHasGivenIsTaken() {
        books.given.put(other, 50_000L);

        assertRefused(Kind.FENCE_UNKNOWN, () -> cycles.begin(new FencedRun(1, other, 50_001)));
        cycles.begin(new FencedRun(1, other, 50_000));

        assertThat(books.only().fence()).isEqualTo(50_000);
        assertRefused(Kind.SUPERSEDED, () -> cycles.begin(new FencedRun(1, CYCLE, 8)));
    }

    @Test
    void numberOfAnotherCycleIsNoneOfThisOne() {
        books.given.put(other, 50_000L);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> cycles.begin(new FencedRun(1, CYCLE, 50_000)))
                .withMessage(
                        "fence 50000 is far beyond the newest of portfolio 1, and the orchestrator knows no cycle"
                                + " %s of it",
                        CYCLE);
    }

    @Test
    void withoutAnAnswerNothingBegins() {
        FenceGuard unanswered = new FenceGuard(books, books, (_, _) -> {
            throw new IllegalStateException("the orchestrator is offline");
        });
        PortfolioCycleService offline = new PortfolioCycleService(books, books, unanswered, books, books, clock);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> offline.begin(new FencedRun(1, other, Long.MAX_VALUE)));

        assertThat(books.cycles).containsOnlyKeys(CYCLE);
        assertThat(books.only().fence()).isEqualTo(7);
    }

    /** Nothing is locked while the orchestrator is asked: a newer run may begin meanwhile, and wins. */
    @Test
    void runThatIsOvertakenWhileItIsAskedAboutIsOver() {
        FenceGuard slow = new FenceGuard(books, books, (_, _) -> {
            books.given.put(CYCLE, 60_000L);
            cycles.begin(new FencedRun(1, CYCLE, 60_000));
            return OptionalLong.of(50_000);
        });
        PortfolioCycleService asking = new PortfolioCycleService(books, books, slow, books, books, clock);

        assertRefused(Kind.SUPERSEDED, () -> asking.begin(new FencedRun(1, other, 50_000)));

        assertThat(books.only().fence()).isEqualTo(60_000);
    }

    @Test
    void runThatHasNotBegunWritesNothing() {
        FencedRun never = new FencedRun(1, CYCLE, Long.MAX_VALUE);

        assertRefused(Kind.CYCLE_NOT_BEGUN, () -> orders.place(never, batch(buy("m", "0.50", "100"))));
        assertRefused(Kind.CYCLE_NOT_BEGUN, () -> cycles.complete(never, RunLabel.PAPER, _ -> "{}"));

        assertThat(books.orders).isEmpty();
        assertThat(books.snapshots).isEmpty();
    }

    private static void assertRefused(Kind kind, ThrowingCallable work) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(work).satisfies(e -> assertThat(e.kind())
                .isEqualTo(kind));
    }
}
