package dev.tradesuite.support.event;

import dev.tradesuite.support.store.HourlyTask;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.support.converter.RecordMessageConverter;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Outbox, inbox and dead letters of a service that has the feature {@code messaging}. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration",
            "org.springframework.modulith.events.config.EventPublicationAutoConfiguration"
        })
@ConditionalOnClass({KafkaTemplate.class, EventPublicationRegistry.class, JdbcClient.class})
@EnableConfigurationProperties({OutboxSettings.class, ConsumerSettings.class})
public class EventAutoConfiguration {

    @Bean
    static LazyRepository lazyRepository(
            ObjectProvider<JdbcTemplate> jdbc, ObjectProvider<PlatformTransactionManager> transactions) {
        return new LazyRepository(jdbc, transactions);
    }

    @Bean
    Traces outboxTraces(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new Traces(tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP));
    }

    @Bean
    Outbox outbox(
            KafkaTemplate<Object, Object> kafka,
            EventPublicationRegistry registry,
            LazyRepository repository,
            FailedEventPublications failed,
            OutboxSettings settings,
            Clock clock) {
        return new Outbox(kafka, registry, repository, failed, settings, clock);
    }

    @Bean
    OutboxListener outboxListener(Outbox outbox) {
        return new OutboxListener(outbox);
    }

    @Bean
    Events events(
            ApplicationEventPublisher publisher,
            Outbox outbox,
            Traces traces,
            JsonMapper json,
            Clock clock,
            @Value("${spring.application.name}") String source) {
        return new OutboxEvents(publisher, outbox, traces, json, clock, source);
    }

    @Bean
    OutboxMeter outboxMeter(JdbcClient jdbc) {
        return new OutboxMeter(jdbc);
    }

    @Bean
    Inbox inbox(JdbcClient jdbc, PlatformTransactionManager transactions, JsonMapper json, Clock clock) {
        return new Inbox(jdbc, new TransactionTemplate(transactions), json, clock);
    }

    @Bean
    HourlyTask inboxCleaner(Inbox inbox, ConsumerSettings settings) {
        return new HourlyTask("inbox-cleaner", () -> inbox.forgetOlderThan(settings.rememberFor()));
    }

    @Bean
    RecordMessageConverter envelopeConverter(JsonMapper json) {
        return new EnvelopeConverter(json);
    }

    @Bean
    CommonErrorHandler deadLetters(KafkaTemplate<Object, Object> kafka, ConsumerSettings settings) {
        return DeadLetters.errorHandler(kafka, settings);
    }
}
