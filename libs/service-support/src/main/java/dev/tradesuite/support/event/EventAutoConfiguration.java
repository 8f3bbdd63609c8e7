package dev.tradesuite.support.event;

import dev.tradesuite.support.Ids;
import dev.tradesuite.support.store.DatabaseRoom;
import dev.tradesuite.support.store.HourlyTask;
import dev.tradesuite.support.store.UnitOfWork;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.support.converter.RecordMessageConverter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Outbox, inbox and dead letters of a service that has the feature {@code messaging}. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration"
        })
@ConditionalOnClass({KafkaTemplate.class, JdbcClient.class})
@EnableConfigurationProperties({OutboxSettings.class, ConsumerSettings.class, EventSettings.class})
public class EventAutoConfiguration {

    @Bean
    Traces outboxTraces(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new Traces(tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP));
    }

    @Bean
    OutboxTable outboxTable(JdbcClient jdbc, UnitOfWork work, OutboxSettings settings) {
        return new JdbcOutboxTable(jdbc, work, Ids.next(), settings.deadAfter());
    }

    @Bean
    Outbox outbox(
            OutboxTable table,
            KafkaTemplate<Object, Object> kafka,
            ObjectProvider<KafkaAdmin> admin,
            OutboxSettings settings) {
        Runnable topics = () -> admin.ifAvailable(KafkaAdmin::initialize);
        return new Outbox(table, new KafkaOutboxProducer(kafka), topics, settings);
    }

    @Bean
    Events events(
            OutboxTable table,
            Outbox outbox,
            Traces traces,
            JsonMapper json,
            Clock clock,
            @Value("${spring.application.name}") String source) {
        return new OutboxEvents(table, outbox, traces, json, clock, source);
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
    EventSignatures eventSignatures(EventSettings settings) {
        return EventSignatures.of(settings.signingSecret(), settings.previousSigningSecret());
    }

    @Bean
    static BeanPostProcessor signedTemplates(ObjectProvider<EventSignatures> signatures) {
        return SigningInterceptor.onEveryTemplate(signatures);
    }

    @Bean
    RecordMessageConverter envelopeConverter(JsonMapper json, EventSignatures signatures) {
        return new EnvelopeConverter(json, signatures);
    }

    @Bean
    CommonErrorHandler deadLetters(KafkaTemplate<Object, Object> kafka, ConsumerSettings settings, DatabaseRoom room) {
        return DeadLetters.errorHandler(kafka, settings, room);
    }
}
