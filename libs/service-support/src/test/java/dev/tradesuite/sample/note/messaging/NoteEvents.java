package dev.tradesuite.sample.note.messaging;

import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.support.event.EventTopics;
import dev.tradesuite.support.event.Events;
import dev.tradesuite.support.event.Inbox;
import dev.tradesuite.support.problem.Problems;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Publishes notes, and counts the ones it consumes. */
@Component
public class NoteEvents {

    /** Topic of the sample. */
    public static final String TOPIC = "sample.events";

    /** What a note says. */
    public record NoteTaken(String account, int number, BigDecimal amount) {}

    private final Events events;
    private final Inbox inbox;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;
    private final Problems problems;
    private final List<String> traces = new CopyOnWriteArrayList<>();

    NoteEvents(Events events, Inbox inbox, TransactionOperations transactions, JdbcClient jdbc, Problems problems) {
        this.events = events;
        this.inbox = inbox;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.problems = problems;
    }

    /** Publishes within a transaction. */
    public void publish(NoteTaken note) {
        transactions.executeWithoutResult(_ -> events.publish(TOPIC, note.account(), "note.taken", note));
    }

    /** Publishes within a transaction that is then rolled back. */
    public void publishAndRollBack(NoteTaken note) {
        transactions.executeWithoutResult(status -> {
            events.publish(TOPIC, note.account(), "note.taken", note);
            status.setRollbackOnly();
        });
    }

    /** Trace ids the consumer saw while it handled notes. */
    public List<String> traces() {
        return traces;
    }

    /** Notes the consumer keeps of the account, in the order it handled them. */
    public List<Integer> kept(String account) {
        return jdbc.sql("SELECT number FROM note WHERE account = ? ORDER BY id")
                .param(account)
                .query(Integer.class)
                .list();
    }

    @KafkaListener(topics = TOPIC, groupId = "sample-service")
    void on(EventEnvelope<JsonNode> event) {
        @Nullable String trace = problems.traceId();
        inbox.once("sample-notes", event, () -> {
            NoteTaken note = inbox.read(event, NoteTaken.class);
            jdbc.sql("INSERT INTO note (account, number) VALUES (?, ?)")
                    .params(note.account(), note.number())
                    .update();
            if (note.number() < 0) {
                throw new IllegalStateException("a note below zero");
            }
            traces.add(String.valueOf(trace));
        });
    }

    /** Topics this service produces. */
    @Component
    static class TopicDeclaration {

        @Bean
        KafkaAdmin.NewTopics sampleTopics() {
            return EventTopics.of(TOPIC);
        }
    }
}
