package dev.tradesuite.support.event;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Times of the outbox.
 *
 * @param retry how often failed messages are tried again
 * @param staleAfter a message waiting for longer is sent again; above the producer's delivery time-out
 * @param deadAfter an instance that was silent for so long is taken for dead, and its messages are sent by another
 * @param completeWithin how long what was sent may stay in the table, so that it is deleted together
 * @param stopWithin longest wait for each of the two threads at shutdown
 */
@ConfigurationProperties("suite.outbox")
record OutboxSettings(
        @DefaultValue("2s") Duration retry,
        @DefaultValue("1m") Duration staleAfter,
        @DefaultValue("15s") Duration deadAfter,
        @DefaultValue("50ms") Duration completeWithin,
        @DefaultValue("3s") Duration stopWithin) {}
