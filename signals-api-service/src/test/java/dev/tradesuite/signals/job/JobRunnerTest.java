package dev.tradesuite.signals.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.accounting.paper.FillCostTable;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.signals.JobKind;
import dev.tradesuite.contracts.signals.JobState;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.signals.UndoneWork;
import dev.tradesuite.signals.book.FakeBookStore;
import dev.tradesuite.signals.book.FakeHistory;
import dev.tradesuite.signals.book.SeriesBooks;
import dev.tradesuite.signals.book.SeriesName;
import dev.tradesuite.signals.book.SignalBar;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.support.store.UnitOfWork;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A part of a job from its start to its end, on stores in memory whose work is taken back when it fails. */
class JobRunnerTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-03T00:00:00Z");
    private static final SeriesName SERIES = new SeriesName("EURUSD", Timeframe.M5);
    private static final int BARS = 25;
    private static final JobSettings SETTINGS = new JobSettings(
            true,
            1,
            10,
            Duration.ofSeconds(10),
            Duration.ofHours(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofDays(90));

    private final List<SignalBar> bars = FakeHistory.bars("EURUSD", FIRST, BARS);
    private final FakeJobStore jobs = new FakeJobStore();
    private final FakeBookStore store = new FakeBookStore();
    private final FakeHistory history = new FakeHistory();
    private final UnitOfWork work = new UndoneWork(List.of(store::undo, jobs::undo));
    private final FixedClock clock = FixedClock.at(NOW.toString());
    private final JobRunner runner = runner();

    JobRunnerTest() {
        history.add(bars);
    }

    /** An instance; several share the stores. */
    private JobRunner runner() {
        SeriesBooks books = new SeriesBooks(
                store, (_, _) -> {}, InstrumentCatalog.shipped(), FillCostTable.shipped(), new BigDecimal("10000"));
        return new JobRunner(jobs, store, books, history, work, SETTINGS, clock);
    }

    @Test
    void booksPageByPageAndEnds() {
        JobPartKey key = ordered(JobKind.BACKFILL, false);

        Optional<Instant> next = runner.run(key);

        assertThat(next).isEmpty();
        assertThat(store.bars(0, SERIES)).isEqualTo(opens());
        assertThat(store.coveredFrom(0, SERIES)).contains(FIRST);
        assertThat(part().state()).isEqualTo(JobState.DONE);
        assertThat(part().count().bars()).isEqualTo(BARS);
        assertThat(part().count().barsTotal()).isEqualTo(BARS);
        assertThat(part().times().checkpoint()).isEqualTo(opens().getLast());
        assertThat(runner.run(key)).isEmpty();
    }

    @Test
    void aBacktestThatDiedIsTakenOverAtItsCheckpointByAnother() {
        JobPartKey key = ordered(JobKind.BACKTEST, false);
        dieFrom(opens().get(10));
        assertThat(runner.run(key)).isPresent();
        assertThat(part().times().checkpoint()).isEqualTo(opens().get(9));

        history.beforePage(from -> assertThat(from).isAfter(opens().get(9)));
        assertThat(runner().run(key)).isEmpty();

        assertThat(store.bars(1, SERIES)).isEqualTo(opens());
        assertThat(part().state()).isEqualTo(JobState.DONE);
        assertThat(store.accounts(1, SERIES)).isEqualTo(undisturbed());
    }

    /** The accounts of a backtest that nothing disturbed. */
    private Object undisturbed() {
        JobRunnerTest other = new JobRunnerTest();
        other.runner.run(other.ordered(JobKind.BACKTEST, false));
        return other.store.accounts(1, SERIES);
    }

    @Test
    void aPageThatFailsIsTakenBackWholeAndTriedAgain() {
        JobPartKey key = ordered(JobKind.BACKFILL, false);
        AtomicBoolean isBroken = new AtomicBoolean(true);
        store.beforeWrite(() -> {
            if (isBroken.get() && !store.bars(0, SERIES).isEmpty()) {
                throw new IllegalStateException("the disk is full");
            }
        });

        assertThat(runner.run(key)).contains(NOW.plusSeconds(10));

        assertThat(store.bars(0, SERIES)).isEqualTo(opens().subList(0, 10));
        assertThat(part().state()).isEqualTo(JobState.WAITING);
        assertThat(reason()).isEqualTo("UNEXPECTED");
        isBroken.set(false);
        assertThat(runner.run(key)).isEmpty();
        assertThat(store.bars(0, SERIES)).isEqualTo(opens());
        assertThat(part().state()).isEqualTo(JobState.DONE);
    }

    @Test
    void aBrainThatStaysAwayIsWaitedForAnHourThenItHasFailed() {
        JobPartKey key = ordered(JobKind.BACKFILL, false);
        dieFrom(Instant.MIN);

        assertThat(runner.run(key)).contains(NOW.plusSeconds(10));
        clock.set(NOW.plus(Duration.ofMinutes(59)));
        assertThat(runner.run(key)).isPresent();
        assertThat(reason()).isEqualTo("BRAIN_UNAVAILABLE");
        clock.set(NOW.plus(Duration.ofMinutes(60)));

        assertThat(runner.run(key)).isEmpty();
        assertThat(part().state()).isEqualTo(JobState.FAILED);
        assertThat(reason()).isEqualTo("BRAIN_UNAVAILABLE");
    }

    @Test
    void whatIsCancelledInTheMiddleWritesNoFurtherPage() {
        JobPartKey key = ordered(JobKind.BACKTEST, false);
        onceThePageBeforeIsDone(10, () -> jobs.cancel(key.job(), NOW));

        assertThat(runner.run(key)).isEmpty();

        assertThat(part().state()).isEqualTo(JobState.CANCELLED);
        assertThat(store.bars(1, SERIES)).isEqualTo(opens().subList(0, 10));
    }

    @Test
    void whoIsTakenForDeadWritesNothingAfterAnotherHasThePart() {
        JobPartKey key = ordered(JobKind.BACKTEST, false);
        onceThePageBeforeIsDone(10, () -> {
            history.beforePage(_ -> {});
            assertThat(runner().run(key)).isEmpty();
        });

        assertThat(runner.run(key)).isEmpty();

        assertThat(store.bars(1, SERIES)).isEqualTo(opens());
        assertThat(part().count().bars()).isEqualTo(BARS);
        assertThat(part().state()).isEqualTo(JobState.DONE);
    }

    @Test
    void itStopsAfterThePageAtHandAndGoesOnLater() {
        JobPartKey key = ordered(JobKind.BACKTEST, false);
        store.beforeWrite(runner::stop);

        assertThat(runner.run(key)).contains(NOW);
        assertThat(store.bars(1, SERIES)).isEqualTo(opens().subList(0, 10));

        store.beforeWrite(() -> {});
        runner.resume();
        assertThat(runner.run(key)).isEmpty();
        assertThat(store.bars(1, SERIES)).isEqualTo(opens());
    }

    @Test
    void aRestartRemovesTheAccountsWithTheFirstPageOnly() {
        runner.run(ordered(JobKind.BACKFILL, false));
        List<SignalBar> earlier = FakeHistory.bars("EURUSD", FIRST.minus(Duration.ofHours(1)), 12);
        history.add(earlier);
        JobPartKey key = ordered(JobKind.BACKFILL, true);
        dieFrom(Instant.MIN);
        assertThat(runner.run(key)).isPresent();
        assertThat(store.bars(0, SERIES)).isEqualTo(opens());

        history.beforePage(_ -> {});
        assertThat(runner.run(key)).isEmpty();

        assertThat(store.bars(0, SERIES))
                .hasSize(12 + BARS)
                .startsWith(earlier.getFirst().open());
        assertThat(store.coveredFrom(0, SERIES)).contains(FIRST.minus(Duration.ofHours(1)));
    }

    @Test
    void aRangeWithoutBarsHasFailed() {
        JobPartKey key = new JobPartKey(
                jobs.add(order(JobKind.BACKFILL, "GBPUSD", false), NOW).id(), "GBPUSD");

        assertThat(runner.run(key)).isEmpty();

        assertThat(part().state()).isEqualTo(JobState.FAILED);
        assertThat(reason()).isEqualTo("NO_BARS");
    }

    /** The brain gives no page that begins then or later. */
    private void dieFrom(Instant moment) {
        history.beforePage(from -> {
            if (!from.isBefore(moment)) {
                throw new ServiceUnavailableException("brain", ServiceUnavailableException.Reason.OFFLINE, "gone");
            }
        });
    }

    /** Pages are read ahead: has something happen when the one before a page is written and its reader waits for it. */
    private void onceThePageBeforeIsDone(int bars, Runnable happens) {
        history.beforePage(from -> {
            if (from.isAfter(opens().get(bars - 1))) {
                await().until(() -> part().count().bars() == bars);
                happens.run();
            }
        });
    }

    private JobPartKey ordered(JobKind kind, boolean restart) {
        return new JobPartKey(jobs.add(order(kind, "EURUSD", restart), NOW).id(), "EURUSD");
    }

    private static JobOrder order(JobKind kind, String symbol, boolean restart) {
        return new JobOrder(
                kind,
                List.of(symbol),
                new JobOrder.BarSpan(Timeframe.M5, restart ? FIRST.minus(Duration.ofHours(1)) : FIRST, NOW),
                Set.of(),
                Optional.empty(),
                restart);
    }

    private BookJobPart part() {
        return jobs.find(1).orElseThrow().parts().getFirst();
    }

    private String reason() {
        return Stream.ofNullable(part().reason()).map(Reason::code).findFirst().orElse("");
    }

    private List<Instant> opens() {
        return bars.stream().map(SignalBar::open).toList();
    }
}
