package dev.tradesuite.orchestrator.config;

import dev.tradesuite.support.security.OpenEndpoint;
import io.micrometer.common.KeyValue;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.ObservationFilter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** What the features stand on: transactions, threads, and the edges of the web layer. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    private static final String ALERTS = "/api/v1/webhooks/tradingview/";

    /** One virtual thread for each step that runs beside its request, in the trace of that request. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService stepThreads() {
        ContextSnapshotFactory contexts = ContextSnapshotFactory.builder().build();
        return ContextExecutorService.wrap(
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("step-", 0).factory()),
                contexts::captureAll);
    }

    /** The token in the address of an alert stands for a bearer token. */
    @Bean
    OpenEndpoint alerts() {
        return new OpenEndpoint(HttpMethod.POST, ALERTS + "*");
    }

    /** Keeps the tokens in the addresses of alerts out of traces. */
    @Bean
    ObservationFilter withoutAlertTokens() {
        return context -> {
            KeyValue url = context.getHighCardinalityKeyValue("http.url");
            if (url != null && url.getValue().startsWith(ALERTS)) {
                context.addHighCardinalityKeyValue(KeyValue.of(url.getKey(), ALERTS + "{token}"));
            }
            return context;
        };
    }
}
