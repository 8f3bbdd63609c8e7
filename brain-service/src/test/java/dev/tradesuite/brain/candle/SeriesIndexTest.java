package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SeriesIndexTest {

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void newestCloseIsTheOneThatClosedLastWhateverItsTimeframe() {
        SeriesIndex index = index(List.of(
                state("EURUSD", Timeframe.D1, "2026-01-05T00:00:00Z", "1.10"),
                state("EURUSD", Timeframe.M5, "2026-01-05T22:00:00Z", "1.20"),
                state("EURUSD", Timeframe.H1, "2026-01-05T22:00:00Z", "1.30")));

        // The day closes at 00:00, the hour at 23:00, the five minutes at 22:05.
        assertThat(index.newestOf("EURUSD").orElseThrow().lastClose()).isEqualByComparingTo("1.10");
        assertThat(index.newestOf("GBPUSD")).isEmpty();
    }

    @Test
    void ofTwoThatClosedTogetherTheFinerCounts() {
        SeriesIndex index = index(List.of(
                state("EURUSD", Timeframe.H1, "2026-01-05T22:00:00Z", "1.30"),
                state("EURUSD", Timeframe.M5, "2026-01-05T22:55:00Z", "1.20")));

        assertThat(index.newestOf("EURUSD").orElseThrow().lastClose()).isEqualByComparingTo("1.20");
    }

    @Test
    void failureOfTheDatabaseIsNotRemembered() {
        AtomicInteger calls = new AtomicInteger();
        SeriesIndex index = new SeriesIndex(
                () -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new IllegalStateException("no connection");
                    }
                    return List.of();
                },
                Duration.ofMillis(500),
                nanos::get);

        assertThatThrownBy(index::all).hasMessage("no connection");
        assertThat(index.all()).isEmpty();
    }

    @Test
    void othersAreAnsweredWhileOneFetchesTheNextSnapshot() throws Exception {
        CountDownLatch fetching = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        SeriesIndex index = new SeriesIndex(
                () -> {
                    if (calls.incrementAndGet() == 2) {
                        fetching.countDown();
                        await(release);
                    }
                    return List.of();
                },
                Duration.ofMillis(500),
                nanos::get);
        index.all();
        nanos.set(Duration.ofSeconds(1).toNanos());

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<SeriesState>> slow = threads.submit(index::all);
            assertThat(fetching.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(threads.submit(index::all).get(10, TimeUnit.SECONDS)).isEmpty();
            release.countDown();
            assertThat(slow.get(10, TimeUnit.SECONDS)).isEmpty();
        }
        assertThat(calls).hasValue(2);
    }

    @Test
    void changeDuringTheQueryMakesItsAnswerOld() {
        List<SeriesIndex> self = new ArrayList<>();
        AtomicInteger calls = new AtomicInteger();
        SeriesIndex index = new SeriesIndex(
                () -> {
                    if (calls.incrementAndGet() == 1) {
                        self.forEach(SeriesIndex::changed);
                    }
                    return List.of();
                },
                Duration.ofDays(1),
                nanos::get);
        self.add(index);

        index.all();
        index.all();
        index.all();

        assertThat(calls).hasValue(2);
    }

    private SeriesIndex index(List<SeriesState> states) {
        return new SeriesIndex(() -> states, Duration.ofMillis(500), nanos::get);
    }

    private static SeriesState state(String symbol, Timeframe timeframe, String last, String close) {
        Instant lastOpen = Instant.parse(last);
        return new SeriesState(
                new SeriesKey(symbol, timeframe), lastOpen, lastOpen, lastOpen, new BigDecimal(close), 1, 1, 0);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(cause);
        }
    }
}
