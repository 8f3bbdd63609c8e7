package dev.tradesuite.support.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the outbox stores: the message as it goes to Kafka, so that classes may change while it waits.
 *
 * @param id of the event; those of one instance grow
 * @param value envelope as JSON
 * @param traceparent W3C trace context of the request that published it
 */
record OutboxMessage(UUID id, String topic, String key, String value, @Nullable String traceparent) {}
