package dev.tradesuite.brain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.candle.ImportOrder.Announcing;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.candle.StoredInMemory;
import dev.tradesuite.contracts.brain.FeedInfo.FeedState;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedRunTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:02:00Z");
    private static final SeriesKey EURO = new SeriesKey("EURUSD.SIM", Timeframe.M5);

    private final FixedClock clock = FixedClock.at("2026-03-02T10:02:00Z");
    private final Instrument instrument =
            InstrumentCatalog.shipped().find("EURUSD.SIM").orElseThrow();
    private final StoredInMemory stored = new StoredInMemory(clock);
    private final FakeAdapter adapter = new FakeAdapter();
    private final LeasesInMemory leases = new LeasesInMemory();
    private final List<BigDecimal> prices = new ArrayList<>();

    private final FeedRun run = new FeedRun(
            new Feed("sim", "fake", adapter, List.of(instrument), Timeframe.M5, 1),
            leases,
            new FeedStore(stored::state, stored.imports()),
            (symbol, price, at, source, label) -> prices.add(price),
            MarketHours.shipped(),
            clock);

    @Test
    void theFirstStartFetchesTheDaysBeforeAndAnnouncesTheNewestAlone() {
        run.tick();

        assertThat(adapter.askedFrom).containsExactly(Instant.parse("2026-03-01T09:55:00Z"));
        assertThat(stored.openTimes(EURO)).hasSize(289).endsWith(Instant.parse("2026-03-02T09:55:00Z"));
        assertThat(stored.announcing()).containsExactly(Announcing.NEWEST_ONLY);
        assertThat(leases.of("sim").state()).isEqualTo(FeedState.RUNNING);
    }

    @Test
    void aBarIsStoredAndAnnouncedOnceAfterItHasClosed() {
        run.tick();
        adapter.askedFrom.clear();
        clock.set(Instant.parse("2026-03-02T10:04:59Z"));
        run.tick();
        assertThat(adapter.askedFrom).isEmpty();

        clock.set(Instant.parse("2026-03-02T10:05:00Z"));
        run.tick();
        clock.set(Instant.parse("2026-03-02T10:05:01Z"));
        run.tick();

        assertThat(adapter.askedFrom).containsExactly(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(stored.announcing()).containsExactly(Announcing.NEWEST_ONLY, Announcing.EVERY_NEWER);
    }

    @Test
    void whatWasMissedIsFetchedWhenItIsBack() {
        run.tick();
        clock.set(NOW.plus(Duration.ofMinutes(30)));
        run.tick();

        assertThat(stored.openTimes(EURO)).hasSize(295);
        assertThat(stored.announcing()).endsWith(Announcing.EVERY_NEWER);
    }

    @Test
    void aSourceThatFailsIsAskedAgainAfterPausesThatDoubleAndItsErrorIsShown() {
        adapter.failure = new FeedException("status 429");
        run.tick();
        assertThat(leases.of("sim").lastError()).contains("status 429");
        assertThat(leases.of("sim").state()).isEqualTo(FeedState.FAILING);
        List<Duration> pauses = new ArrayList<>();
        Instant last = clock.instant();
        for (int second = 0; second < 60; second++) {
            clock.advance(Duration.ofSeconds(1));
            int before = adapter.askedFrom.size();
            run.tick();
            if (adapter.askedFrom.size() > before) {
                pauses.add(Duration.between(last, clock.instant()));
                last = clock.instant();
            }
        }
        assertThat(pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));

        adapter.failure = null;
        clock.advance(Duration.ofMinutes(5));
        run.tick();
        assertThat(leases.of("sim").lastError()).isEmpty();
    }

    @Test
    void nothingIsDoneWhileAnotherInstanceHoldsTheFeed() {
        leases.takeAway();
        run.tick();

        assertThat(adapter.askedFrom).isEmpty();
        assertThat(prices).isEmpty();
    }

    @Test
    void thePriceInsideTheRunningBarIsTold() {
        run.tick();

        assertThat(prices).containsExactly(new BigDecimal("1.1"));
    }

    /** Bars of one price, without end. */
    private static final class FakeAdapter implements FeedAdapter {

        private final List<Instant> askedFrom = new ArrayList<>();
        private @Nullable FeedException failure;

        @Override
        public String source() {
            return "simulator";
        }

        @Override
        public RunLabel label() {
            return RunLabel.SIMULATED;
        }

        @Override
        public Duration delay() {
            return Duration.ZERO;
        }

        @Override
        public Map<Instrument, FeedAnswer> bars(Map<Instrument, Instant> from, Instant closedBy) {
            Map<Instrument, FeedAnswer> bars = new HashMap<>();
            from.forEach((instrument, first) -> {
                askedFrom.add(first);
                bars.put(instrument, FeedAnswer.of(bars(first, closedBy)));
            });
            if (failure != null) {
                throw failure;
            }
            return bars;
        }

        private static List<Candle> bars(Instant first, Instant closedBy) {
            List<Candle> bars = new ArrayList<>();
            BigDecimal price = new BigDecimal("1.1");
            for (Instant open = first;
                    !open.plus(Timeframe.M5.length()).isAfter(closedBy);
                    open = open.plus(Timeframe.M5.length())) {
                bars.add(new Candle(open, price, price, price, price, null));
            }
            return bars;
        }

        @Override
        public Optional<BigDecimal> price(Instrument instrument, Instant now) {
            return Optional.of(new BigDecimal("1.1"));
        }
    }
}
