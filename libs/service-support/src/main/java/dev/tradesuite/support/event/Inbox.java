package dev.tradesuite.support.event;

import dev.tradesuite.contracts.event.EventEnvelope;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Handles every event once, however often it arrives. */
public final class Inbox {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    private final Clock clock;

    /** @param transactions joins a transaction under way, else begins one */
    public Inbox(JdbcClient jdbc, TransactionOperations transactions, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Runs the handler in one transaction with the note that the event was handled. When the handler fails, neither
     * remains, and the event comes again.
     *
     * @param consumer who handles it; each consumer handles an event once
     * @return whether the handler ran; false for a repeat
     */
    public boolean once(String consumer, EventEnvelope<?> event, Runnable handler) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            if (!noted(consumer, event)) {
                return false;
            }
            handler.run();
            return true;
        }));
    }

    /**
     * The data of an event as a record of the contracts; fields it does not know are ignored.
     *
     * @throws tools.jackson.core.JacksonException when the data does not fit; the event goes to the dead letters
     */
    public <T> T read(EventEnvelope<JsonNode> event, Class<T> type) {
        return json.treeToValue(event.data(), type);
    }

    /** Forgets what was handled longer ago than Kafka keeps events. */
    int forgetOlderThan(Duration age) {
        return jdbc.sql("DELETE FROM processed_event WHERE processed_at < ?")
                .param(Timestamp.from(clock.instant().minus(age)))
                .update();
    }

    private boolean noted(String consumer, EventEnvelope<?> event) {
        // A second handler of the same event waits here until the first has committed or rolled back.
        return jdbc.sql(
                                """
                        INSERT INTO processed_event (consumer, event_id, processed_at)
                        VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                        .params(consumer, event.eventId(), Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
