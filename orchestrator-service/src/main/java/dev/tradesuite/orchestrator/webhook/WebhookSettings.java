package dev.tradesuite.orchestrator.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Alerts that come in at webhooks.
 *
 * @param deadline time a decision may take, from the arrival of the alert; when it is over the decision is REJECT
 * @param sameTextWindow time in which an alert without an id and with the same text is a repeat
 * @param sameIdWindow time in which an alert with the same id is a repeat
 */
@ConfigurationProperties("suite.orchestrator.webhook")
public record WebhookSettings(
        @DefaultValue("900ms") Duration deadline,
        @DefaultValue("60s") Duration sameTextWindow,
        @DefaultValue("1d") Duration sameIdWindow) {}
