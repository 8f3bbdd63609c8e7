package dev.tradesuite.risk.correlation;

import dev.tradesuite.risk.correlation.client.BrainClosesApi;
import dev.tradesuite.support.boot.ConfigMistake;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.web.service.registry.ImportHttpServices;

/** Makes the correlations from the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorrelationSettings.class)
@ImportHttpServices(group = "brain", types = BrainClosesApi.class)
class CorrelationConfig {

    @Bean
    CorrelationBook correlations(CorrelationSettings settings, CloseSource closes, Clock clock) {
        SimpleAsyncTaskExecutor background = new SimpleAsyncTaskExecutor("correlation-");
        background.setVirtualThreads(true);
        try {
            return new CorrelationBook(closes, settings.rules(), clock, settings.pairs(), background);
        } catch (IllegalArgumentException mistake) {
            throw new ConfigMistake(
                    "suite.risk.correlation: " + mistake.getMessage(), "Correct window or min-returns.");
        }
    }
}
