package dev.tradesuite.strategy.feed;

import static dev.tradesuite.strategy.SampleMarkets.NOW;
import static dev.tradesuite.strategy.SampleMarkets.market;
import static dev.tradesuite.strategy.SampleMarkets.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketSourceException;
import dev.tradesuite.strategy.SampleMarkets;
import dev.tradesuite.strategy.SampleSource;
import dev.tradesuite.strategy.feed.PriceWindows.PriceWindow;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedMarketsTest {

    private final SampleSource source = new SampleSource(snapshot(market("a", "0.6")));
    private final FixedClock clock = FixedClock.at("2026-03-02T12:00:00Z");
    private final PriceStore history = new MemoryPriceStore(Duration.ofHours(1));
    private final SharedMarkets markets = new SharedMarkets(source, history, Duration.ofSeconds(10), clock);

    @Test
    void thousandCyclesReadTheSourceOnce() throws Exception {
        try (ExecutorService cycles = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Markets>> readings = IntStream.range(0, 1000)
                    .mapToObj(_ -> cycles.submit(markets::current))
                    .toList();
            for (Future<Markets> reading : readings) {
                assertThat(reading.get().market("a")).isPresent();
            }
        }

        assertThat(source.snapshots).hasValue(1);
        assertThat(markets.takenAt()).contains(NOW);
    }

    @Test
    void readsAgainWhenTheTimeIsOver() {
        markets.current();
        clock.advance(Duration.ofSeconds(9));
        markets.current();
        assertThat(source.snapshots).hasValue(1);

        clock.advance(Duration.ofSeconds(1));
        markets.current();

        assertThat(source.snapshots).hasValue(2);
    }

    @Test
    void failureIsToldAndTheNextOneReadsAgain() {
        source.fails("nothing answers at https://example.org");
        assertThatExceptionOfType(MarketSourceException.class)
                .isThrownBy(markets::current)
                .withMessage("nothing answers at https://example.org");

        source.says(snapshot(market("b", "0.6")));

        assertThat(markets.current().market("b")).isPresent();
        assertThat(source.snapshots).hasValue(2);
    }

    @Test
    void whoWaitsForAReadingThatFailsHearsItsFailure() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        source.fails("away");
        source.whenRead(() -> {
            reading.countDown();
            released.await();
        });
        try (ExecutorService cycles = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Markets> first = cycles.submit(markets::current);
            reading.await();
            Thread second = Thread.ofVirtual().unstarted(() -> assertThatExceptionOfType(MarketSourceException.class)
                    .isThrownBy(markets::current));
            second.start();
            while (second.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            released.countDown();

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(first::get)
                    .withCauseInstanceOf(MarketSourceException.class);
            second.join();
        }

        assertThat(source.snapshots).hasValue(1);
    }

    @Test
    void looksUpOnlyWhatTheSnapshotHasNotAndRemembersIt() {
        source.knows(market("old", "0.99", false, "Yes"));
        Markets current = markets.current();

        assertThat(markets.find(List.of("a", "old", "gone"), current)).containsOnlyKeys("a", "old");
        assertThat(markets.find(List.of("a", "old", "gone"), current)).containsOnlyKeys("a", "old");
        assertThat(source.lookups).singleElement().satisfies(ids -> assertThat(ids)
                .containsExactlyInAnyOrder("old", "gone"));

        clock.advance(Duration.ofSeconds(10));
        assertThat(markets.find(List.of("old"), current)).containsOnlyKeys("old");
        assertThat(source.lookups).hasSize(2);
    }

    @Test
    void lookUpThatFailedIsTriedAgain() {
        source.knows(market("old", "0.99", false, "Yes"));
        Markets current = markets.current();
        source.fails("away");
        assertThatExceptionOfType(MarketSourceException.class).isThrownBy(() -> markets.find(List.of("old"), current));

        source.says(snapshot());

        assertThat(markets.find(List.of("old"), current)).containsOnlyKeys("old");
    }

    @Test
    void everySnapshotGoesIntoTheHistory() {
        markets.current();

        Market later = SampleMarkets.marketAt(NOW.plusSeconds(1), "a", "0.7");
        assertThat(markets.history().before(List.of(later), Duration.ofHours(1)).window("a", "Yes"))
                .isEqualTo(new PriceWindow(1, 0.6));
    }
}
