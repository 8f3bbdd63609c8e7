package dev.tradesuite.signals.book;

import dev.tradesuite.accounting.paper.FillCostTable;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.signals.book.client.ReplayApi;
import dev.tradesuite.signals.book.client.SignalBarMapper;
import dev.tradesuite.support.store.UnitOfWork;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.web.service.registry.ImportHttpServices;
import tools.jackson.databind.json.JsonMapper;

/** Puts the paper accounts together. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "brain", types = ReplayApi.class)
class BookConfig {

    private static final String SEVEN_DAYS = Long.toString(7 * 24 * 3_600_000L);

    @Bean
    SeriesBooks seriesBooks(BookStore store, BookEvents events, InstrumentCatalog catalog, BookSettings settings) {
        return new SeriesBooks(store, events, catalog, FillCostTable.shipped(), settings.startingCapital());
    }

    @Bean
    BarBookingService barBookingService(
            BookStore store, SeriesBooks books, SignalHistory history, UnitOfWork work, BookSettings settings) {
        return new BarBookingService(store, books, history, work, settings.history());
    }

    @Bean
    SignalBarMapper signalBarMapper(JsonMapper json) {
        return new SignalBarMapper(json);
    }

    /** One partition: the offset of a message is its number for every client of every instance. */
    @Bean
    NewTopic signalsFeed() {
        return TopicBuilder.name(Topics.SIGNALS_FEED)
                .partitions(1)
                .config("retention.ms", SEVEN_DAYS)
                .build();
    }
}
