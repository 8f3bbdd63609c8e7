package dev.tradesuite.support.event;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often and how patiently a failing event is tried again.
 *
 * @param retries attempts after the first
 * @param firstRetry wait before the first of them; each wait is twice the one before
 * @param longestRetry no wait is longer
 * @param rememberFor how long the inbox knows an event; longer than Kafka keeps events
 */
@ConfigurationProperties("suite.consumer")
record ConsumerSettings(
        @DefaultValue("4") int retries,
        @DefaultValue("200ms") Duration firstRetry,
        @DefaultValue("5s") Duration longestRetry,
        @DefaultValue("30d") Duration rememberFor) {}
