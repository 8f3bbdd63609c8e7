package dev.tradesuite.brain.config;

import dev.tradesuite.brain.candle.CachedCandleStore;
import dev.tradesuite.brain.candle.CandleAnnouncer;
import dev.tradesuite.brain.candle.CandleImport;
import dev.tradesuite.brain.candle.CandleReader;
import dev.tradesuite.brain.candle.CandleStore;
import dev.tradesuite.brain.candle.CandleWriter;
import dev.tradesuite.brain.candle.CloseTables;
import dev.tradesuite.brain.candle.SeriesIndex;
import dev.tradesuite.brain.candle.SymbolNames;
import dev.tradesuite.brain.candle.messaging.CandleEvents;
import dev.tradesuite.brain.candle.store.CandlePartitions;
import dev.tradesuite.brain.candle.store.JdbcCandleReader;
import dev.tradesuite.brain.candle.store.JdbcCandleWriter;
import dev.tradesuite.brain.candle.web.ImportLimits;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.support.event.EventTopics;
import dev.tradesuite.support.event.Events;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the candle feature together. */
@Configuration(proxyBeanMethods = false)
class CandleConfiguration {

    @Bean
    SymbolNames symbolNames(InstrumentCatalog catalog) {
        return new SymbolNames(catalog);
    }

    @Bean
    CandleReader candleReader(JdbcClient jdbc) {
        return new JdbcCandleReader(jdbc);
    }

    @Bean
    SeriesIndex seriesIndex(CandleReader reader, CandleSettings settings) {
        return new SeriesIndex(reader::states, settings.cache().maxStaleness(), System::nanoTime);
    }

    @Bean
    CandleStore candleStore(CandleReader reader, SeriesIndex index, CandleSettings settings) {
        CandleSettings.Cache cache = settings.cache();
        return new CachedCandleStore(
                reader,
                index,
                new CachedCandleStore.Limits(
                        cache.candlesPerSeries(), cache.series(), cache.historyStretch(), cache.histories()));
    }

    @Bean
    CloseTables closeTables(CandleReader reader, SeriesIndex index, CandleSettings settings) {
        return new CloseTables(reader, index, settings.cache().closeTables());
    }

    @Bean
    CandleAnnouncer candleAnnouncer(Events events, CandleSettings settings) {
        return new CandleEvents(events, settings.simulatedSources());
    }

    @Bean
    CandleWriter candleWriter(
            DataSource dataSource,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            CandleAnnouncer announcer) {
        TransactionTemplate inItsOwn = new TransactionTemplate(transactions);
        inItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new JdbcCandleWriter(
                dataSource,
                jdbc,
                new TransactionTemplate(transactions),
                new CandlePartitions(jdbc, inItsOwn),
                announcer);
    }

    @Bean
    CandleImport candleImport(CandleWriter writer, CandleReader reader, SeriesIndex index, Clock clock) {
        return new CandleImport(writer, reader, index, clock);
    }

    @Bean
    ImportLimits importLimits(CandleSettings settings) {
        return new ImportLimits(settings.files().maxSize(), settings.files().parallel());
    }

    @Bean
    KafkaAdmin.NewTopics brainTopics() {
        return EventTopics.of(Topics.MARKET_BARS, Topics.BRAIN_SIGNALS);
    }
}
