package dev.tradesuite.support.event;

import java.util.concurrent.CompletableFuture;

/** The way to Kafka. */
interface OutboxProducer {

    /** Hands a message over; those of one key arrive in the order they are handed over. */
    CompletableFuture<?> send(OutboxMessage message);

    /** Returns when everything handed over has arrived or failed. */
    void flush();
}
