package dev.tradesuite.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact that happened, as it travels on Kafka.
 *
 * @param eventId unique; consumers handle an id once
 * @param type what happened, such as {@code order.filled}
 * @param occurredAt when it happened, UTC
 * @param source service that says so
 * @param traceId W3C trace id of the request that caused it; absent for scheduled work
 * @param data the fact
 */
public record EventEnvelope<T>(
        UUID eventId, String type, Instant occurredAt, String source, @Nullable String traceId, T data) {}
