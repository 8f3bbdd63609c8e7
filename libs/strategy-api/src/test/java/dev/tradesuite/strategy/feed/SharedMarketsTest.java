package dev.tradesuite.strategy.feed;

import static dev.tradesuite.strategy.SampleMarkets.NOW;
import static dev.tradesuite.strategy.SampleMarkets.market;
import static dev.tradesuite.strategy.SampleMarkets.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.market.MarketSourceException;
import dev.tradesuite.strategy.SampleSource;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedMarketsTest {

    private final SampleSource source = new SampleSource(snapshot(market("a", "0.6")));
    private final FixedClock clock = FixedClock.at("2026-03-02T12:00:00Z");
    private final PriceHistory history = new PriceHistory(Duration.ofHours(1));
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
    void looksUpOnlyWhatTheSnapshotHasNotAndRemembersIt() {
        source.knows(market("old", "0.99", false, "Yes"));
        Markets current = markets.current();

        assertThat(markets.find(List.of("a", "old", "gone"), current)).containsOnlyKeys("a", "old");
        assertThat(markets.find(List.of("a", "old", "gone"), current)).containsOnlyKeys("a", "old");
        assertThat(source.lookups).containsExactly(List.of("old", "gone"));

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

        assertThat(history.window("a", "Yes", NOW, NOW.plusSeconds(1))).isEqualTo(new PriceHistory.Window(1, 0.6));
    }
}
