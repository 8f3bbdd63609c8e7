package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.support.event.EventTopics;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Puts the candle feature together. */
@Configuration(proxyBeanMethods = false)
class CandleConfig {

    @Bean
    SeriesIndex seriesIndex(CandleReader reader, CandleSettings settings) {
        return new SeriesIndex(reader::states, settings.cache().maxStaleness(), System::nanoTime);
    }

    @Bean
    SeriesReader seriesReader(CandleReader reader, SeriesIndex index, InstrumentCatalog catalog) {
        return new SeriesReader(reader, index, catalog);
    }

    @Bean
    CandleStore candleStore(SeriesReader reader, CandleSettings settings) {
        return new CachedCandleStore(reader, settings.cache());
    }

    @Bean
    ClosesService closesService(CandleReader reader, SeriesIndex index, SeriesReader series, CandleSettings settings) {
        return new ClosesService(reader, index, series, settings.cache().closeTables());
    }

    @Bean
    LatestPriceService latestPriceService(SeriesIndex index, CandleStore store, Clock clock) {
        return new LatestPriceService(index, store, clock);
    }

    @Bean
    CandleImportService candleImportService(CandleWriter writer, CandleReader reader, SeriesIndex index, Clock clock) {
        return new CandleImportService(writer, reader, index, clock);
    }

    @Bean
    @ConditionalOnProperty("suite.brain.candles.keep")
    SmartLifecycle candleRetention(
            CandleReader reader, CandleRemover remover, SeriesIndex index, CandleSettings settings, Clock clock) {
        Duration keep = Objects.requireNonNull(settings.keep());
        return new Daily(new CandleRetention(reader, remover, index, keep, clock));
    }

    @Bean
    KafkaAdmin.NewTopics brainTopics() {
        return EventTopics.of(Topics.MARKET_BARS, Topics.MARKET_PRICES, Topics.BRAIN_SIGNALS);
    }

    /** Works once a day, the first time a minute after the service stands. */
    private static final class Daily implements SmartLifecycle {

        private final Runnable work;
        private @Nullable ScheduledExecutorService timer;

        Daily(Runnable work) {
            this.work = work;
        }

        @Override
        public synchronized void start() {
            ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("candle-retention").factory());
            var _ = started.scheduleAtFixedRate(work, 1, TimeUnit.DAYS.toMinutes(1), TimeUnit.MINUTES);
            timer = started;
        }

        @Override
        public synchronized void stop() {
            if (timer != null) {
                timer.shutdownNow();
                timer = null;
            }
        }

        @Override
        public synchronized boolean isRunning() {
            return timer != null;
        }
    }
}
