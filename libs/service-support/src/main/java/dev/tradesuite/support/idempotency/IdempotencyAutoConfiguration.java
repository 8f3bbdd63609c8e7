package dev.tradesuite.support.idempotency;

import dev.tradesuite.support.idempotency.store.JdbcKeyStore;
import dev.tradesuite.support.idempotency.web.IdempotentAnswers;
import dev.tradesuite.support.store.HourlyTask;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Idempotent requests of a service that has the feature {@code database}. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
        })
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(IdempotencySettings.class)
@Import(JdbcKeyStore.class)
public class IdempotencyAutoConfiguration {

    @Bean
    Idempotency idempotency(KeyStore keys, ObjectProvider<StoredAnswers> answers, Clock clock) {
        return new Idempotency(
                keys,
                subject -> answers.stream()
                        .flatMap(each -> each.find(subject).stream())
                        .findFirst(),
                clock);
    }

    @Bean
    IdempotentAnswers idempotentAnswers(Idempotency idempotency, JsonMapper json, IdempotencySettings settings) {
        return new IdempotentAnswers(idempotency, json, settings.required());
    }

    @Bean
    HourlyTask idempotencyCleaner(Idempotency idempotency, IdempotencySettings settings) {
        return new HourlyTask("idempotency-cleaner", () -> idempotency.forgetOlderThan(settings.keep()));
    }
}
