package dev.tradesuite.support.event;

import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.support.Ids;
import io.micrometer.tracing.TraceContext;
import java.time.Clock;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Writes the message into the outbox: one insert in the caller's transaction. */
final class OutboxEvents implements Events {

    private final OutboxTable table;
    private final Outbox outbox;
    private final Traces traces;
    private final JsonMapper json;
    private final Clock clock;
    private final String source;

    OutboxEvents(OutboxTable table, Outbox outbox, Traces traces, JsonMapper json, Clock clock, String source) {
        this.table = table;
        this.outbox = outbox;
        this.traces = traces;
        this.json = json;
        this.clock = clock;
        this.source = source;
    }

    @Override
    public void publish(String topic, String key, String type, Object data) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("%s is published outside of a transaction".formatted(type));
        }
        TraceContext trace = traces.current();
        EventEnvelope<Object> envelope = new EventEnvelope<>(
                Ids.next(), type, clock.instant(), source, trace == null ? null : trace.traceId(), data);
        OutboxMessage message = new OutboxMessage(
                envelope.eventId(),
                topic,
                key,
                json.writeValueAsString(envelope),
                trace == null ? null : traces.traceparent(trace));
        table.insert(message);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                outbox.dispatch(message);
            }
        });
    }
}
