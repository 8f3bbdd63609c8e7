/**
 * Events on Kafka: published through a transactional outbox, consumed through an inbox that knows what it has seen.
 *
 * <p>A producer calls {@link dev.tradesuite.support.event.Events#publish} inside its transaction. A consumer's
 * {@code @KafkaListener} takes an {@code EventEnvelope<JsonNode>} and hands it to
 * {@link dev.tradesuite.support.event.Inbox#once}. The tables of both are in {@code db/shared}.
 */
@NullMarked
package dev.tradesuite.support.event;

import org.jspecify.annotations.NullMarked;
