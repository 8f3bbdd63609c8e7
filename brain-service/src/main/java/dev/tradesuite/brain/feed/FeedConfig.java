package dev.tradesuite.brain.feed;

import dev.tradesuite.brain.candle.CandleImportService;
import dev.tradesuite.brain.candle.CandleSettings;
import dev.tradesuite.brain.candle.SeriesIndex;
import dev.tradesuite.brain.feed.replay.ReplayFeeds;
import dev.tradesuite.brain.feed.replay.ReplayPlaces;
import dev.tradesuite.brain.feed.simulated.SimulatedFeeds;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import java.time.Clock;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the feeds of the settings and runs them. */
@Configuration(proxyBeanMethods = false)
class FeedConfig {

    @Bean
    FeedAdapterSource simulatedFeeds() {
        return new SimulatedFeeds();
    }

    @Bean
    FeedAdapterSource replayFeeds(
            InstrumentCatalog catalog, ReplayPlaces places, SeriesIndex index, CandleSettings candles, Clock clock) {
        return new ReplayFeeds(
                catalog, places, index::state, candles.files().maxSize().toBytes(), clock);
    }

    @Bean
    Feeds feeds(FeedSettings settings, InstrumentCatalog catalog, List<FeedAdapterSource> sources) {
        return Feeds.of(settings, catalog, sources);
    }

    @Bean
    FeedSchedule feedSchedule(
            Feeds feeds,
            FeedLeases leases,
            SeriesIndex index,
            CandleImportService imports,
            FeedPrices prices,
            MarketHours hours,
            Clock clock) {
        FeedStore store = new FeedStore(index::state, imports);
        return new FeedSchedule(feeds.all().stream()
                .map(feed -> new FeedRun(feed, leases, store, prices, hours, clock))
                .toList());
    }

    @Bean
    FeedService feedService(Feeds feeds, FeedLeases leases, SeriesIndex index, MarketHours hours, Clock clock) {
        return new FeedService(feeds.all(), leases, index::state, hours, clock);
    }

    @Bean
    FeedMeters feedMeters(FeedService feeds) {
        return new FeedMeters(feeds);
    }

    @Bean
    SmartLifecycle feedRuns(FeedSchedule schedule) {
        return new Runs(schedule);
    }

    /** Begins when the whole service stands, and ends before any of it goes. */
    private record Runs(FeedSchedule schedule) implements SmartLifecycle {

        @Override
        public void start() {
            schedule.start();
        }

        @Override
        public void stop() {
            schedule.stop();
        }

        @Override
        public boolean isRunning() {
            return schedule.isRunning();
        }
    }
}
