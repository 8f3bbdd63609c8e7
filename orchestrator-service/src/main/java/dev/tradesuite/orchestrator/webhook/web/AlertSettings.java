package dev.tradesuite.orchestrator.webhook.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for alerts.
 *
 * @param deadline time a decision may take, from the arrival of the alert; when it is over the decision is REJECT
 * @param sameTextWindow time in which an alert without an id and with the same text is a repeat
 * @param sameIdWindow time in which an alert with the same id is a repeat
 */
@ConfigurationProperties("suite.orchestrator.webhook")
public record AlertSettings(
        @DefaultValue("900ms") Duration deadline,
        @DefaultValue("60s") Duration sameTextWindow,
        @DefaultValue("1d") Duration sameIdWindow) {}
