package dev.tradesuite.signals.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.signals.JobKind;
import dev.tradesuite.contracts.signals.JobState;
import dev.tradesuite.signals.UndoneWork;
import dev.tradesuite.signals.book.FakeBookStore;
import dev.tradesuite.signals.book.SeriesName;
import dev.tradesuite.signals.job.JobService.Ordered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobServiceTest {

    private static final Instant FROM = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant NOW = FROM.plus(Duration.ofDays(1));

    private final FakeJobStore jobs = new FakeJobStore();
    private final FakeBookStore books = new FakeBookStore();
    private final List<String> timed = new ArrayList<>();
    private final JobService service = new JobService(
            jobs,
            (key, due) -> timed.add(key.text() + " at " + due),
            books,
            new UndoneWork(List.of(jobs::undo, books::undo)),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void anOrderIsQueuedWithAPartForEachSymbolThatIsDueAtOnce() {
        BookJob job = accepted(order(JobKind.BACKTEST, FROM, false, "EURUSD", "USDCOP"));

        assertThat(job.state()).isEqualTo(JobState.QUEUED);
        assertThat(job.parts()).extracting(BookJobPart::symbol).containsExactly("EURUSD", "USDCOP");
        assertThat(timed).containsExactly("1 EURUSD at " + NOW, "1 USDCOP at " + NOW);
        assertThat(JobPartKey.of("1 EURUSD")).isEqualTo(new JobPartKey(1, "EURUSD"));
    }

    @Test
    void whoHearsOfItMayStillRefuse() {
        assertThatThrownBy(() -> service.order(order(JobKind.BACKTEST, FROM, false, "EURUSD"), _ -> {
                    throw new IllegalStateException("the key is taken");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(service.page(null, 10)).isEmpty();
    }

    @Test
    void aBackfillBeforeTheBeginningIsRefusedUnlessItMakesTheAccountsAnew() {
        books.begin(0, new SeriesName("EURUSD", Timeframe.M5), FROM);
        JobOrder early = order(JobKind.BACKFILL, FROM.minusSeconds(1), false, "USDCOP", "EURUSD");

        assertThat(service.order(early, _ -> {})).isEqualTo(new Ordered.BeforeBeginning("EURUSD", FROM));

        assertThat(timed).isEmpty();
        accepted(order(JobKind.BACKFILL, FROM, false, "EURUSD"));
        jobs.cancel(1, NOW);
        accepted(order(JobKind.BACKFILL, FROM.minusSeconds(1), true, "EURUSD"));
    }

    @Test
    void oneBackfillAtATimeWorksOnASeriesWhileBacktestsDoNotMind() {
        accepted(order(JobKind.BACKFILL, FROM, false, "EURUSD", "USDCOP"));

        assertThat(service.order(order(JobKind.BACKFILL, FROM, true, "USDCOP"), _ -> {}))
                .isEqualTo(new Ordered.AtWork("USDCOP", 1));
        accepted(order(JobKind.BACKFILL, FROM, false, "XAUUSD"));
        accepted(order(JobKind.BACKTEST, FROM, false, "USDCOP"));
        assertThat(service.page(null, 2)).extracting(BookJob::id).containsExactly(3L, 2L);
        assertThat(service.page(2L, 2)).extracting(BookJob::id).containsExactly(1L);
    }

    @Test
    void whatIsCancelledIsOverAndWhatNobodyKnowsIsNot() {
        accepted(order(JobKind.BACKFILL, FROM, false, "EURUSD"));

        assertThat(service.cancel(1).map(BookJob::state)).contains(JobState.CANCELLED);
        assertThat(service.cancel(2)).isEmpty();
        assertThat(jobs.claim(new JobPartKey(1, "EURUSD"), NOW)).isEmpty();
        accepted(order(JobKind.BACKFILL, FROM, false, "EURUSD"));
    }

    private BookJob accepted(JobOrder order) {
        Ordered ordered = service.order(order, _ -> {});
        assertThat(ordered).isInstanceOf(Ordered.Accepted.class);
        return ((Ordered.Accepted) ordered).job();
    }

    private static JobOrder order(JobKind kind, Instant from, boolean restart, String... symbols) {
        return new JobOrder(
                kind,
                List.of(symbols),
                new JobOrder.BarSpan(Timeframe.M5, from, NOW),
                Set.of(),
                Optional.empty(),
                restart);
    }
}
