package dev.tradesuite.orchestrator.webhook;

import dev.tradesuite.orchestrator.trade.DecisionService;
import dev.tradesuite.orchestrator.trade.TradeDefaults;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.security.OpenEndpoint;
import dev.tradesuite.support.store.HourlyTask;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.ObservationFilter;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Alerts from charts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfig {

    private static final String ALERTS = "/api/v1/webhooks/tradingview/";

    @Bean
    WebhookService webhookService(Webhooks webhooks, TradeDefaults defaults, Clock clock) {
        return new WebhookService(webhooks, defaults.accountId(), Ids::next, clock);
    }

    @Bean
    AlertService alertService(Webhooks webhooks, DecisionService decisions, WebhookSettings settings) {
        return new AlertService(
                webhooks,
                decisions,
                new AlertTurns(settings.atOnce(), settings.mostWaiting()),
                settings.sameTextWindow(),
                settings.sameIdWindow(),
                Ids::next);
    }

    @Bean
    HourlyTask alertRetention(Webhooks webhooks, Clock clock) {
        return new HourlyTask("alert-retention", () -> {
            int forgotten;
            do {
                forgotten = webhooks.forgetExpired(clock.instant());
            } while (forgotten > 0);
        });
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
