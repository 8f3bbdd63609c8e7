package dev.tradesuite.support.log;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Makes safe whatever sends spans out of a service. Logs are set up before there is any bean. */
@AutoConfiguration
@ConditionalOnClass(SpanExporter.class)
public class LogAutoConfiguration {

    @Bean
    static BeanPostProcessor safeSpans() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof SpanExporter exporter && !(bean instanceof SafeSpans)
                        ? new SafeSpans(exporter)
                        : bean;
            }
        };
    }
}
