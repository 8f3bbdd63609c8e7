package dev.tradesuite.orchestrator.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Alerts that come in at webhooks.
 *
 * @param deadline time a decision may take, from the arrival of the alert; when it is over the decision is REJECT
 * @param atOnce alerts that are decided at the same time; the others wait for their turn
 * @param mostWaiting alerts that may wait; one more is refused with 429, and nothing is done about it
 * @param sameTextWindow time in which an alert that says the same, without an id or the time of a bar, is a repeat; an
 *     alert with a timeframe is one for as long as its candle, if that is longer
 * @param sameIdWindow time in which one that says the same with the same id, or of the same bar, is a repeat
 */
@ConfigurationProperties("suite.orchestrator.webhook")
public record WebhookSettings(
        @DefaultValue("2200ms") Duration deadline,
        @DefaultValue("16") int atOnce,
        @DefaultValue("500") int mostWaiting,
        @DefaultValue("5m") Duration sameTextWindow,
        @DefaultValue("1d") Duration sameIdWindow) {}
