package dev.tradesuite.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.sample.note.messaging.NoteEvents;
import dev.tradesuite.sample.note.messaging.NoteEvents.NoteTaken;
import dev.tradesuite.support.event.Events;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTopic;
import dev.tradesuite.test.TestTopic.Message;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@SuiteIntegrationTest
class EventsIT {

    @Autowired
    private NoteEvents notes;

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Tracer tracer;

    @Autowired
    private TransactionOperations transactions;

    private final String account = UUID.randomUUID().toString();
    private TestTopic topic;
    private TestTopic deadLetters;

    @BeforeEach
    void listen() {
        topic = TestTopic.of(NoteEvents.TOPIC);
        deadLetters = TestTopic.of(NoteEvents.TOPIC + ".dlt");
    }

    @AfterEach
    void stopListening() {
        topic.close();
        deadLetters.close();
    }

    @Test
    void committedEventArrivesInItsEnvelope() {
        notes.publish(new NoteTaken(account, 1, new BigDecimal("0.0000001")));

        Message message = topic.await(this::isOurs);
        assertThat(message.value()).contains("\"amount\":0.0000001");
        assertThat(message.json().path("event_id").asString()).hasSize(36);
        assertThat(message.json().path("type").asString()).isEqualTo("note.taken");
        assertThat(message.json().path("source").asString()).isEqualTo("sample-service");
        assertThat(message.json().path("occurred_at").asString()).endsWith("Z");
        assertThat(message.json().at("/data/number").intValue()).isEqualTo(1);
    }

    @Test
    void nothingIsPublishedWhenTheTransactionRollsBack() {
        notes.publishAndRollBack(new NoteTaken(account, 1, BigDecimal.ONE));
        notes.publish(new NoteTaken(account, 2, BigDecimal.ONE));

        topic.await(
                message -> isOurs(message) && message.json().at("/data/number").intValue() == 2);
        assertThat(topic.seen()).filteredOn(this::isOurs).hasSize(1);
    }

    @Test
    void publishingOutsideOfATransactionIsABug() {
        assertThatIllegalStateException()
                .isThrownBy(() -> events.publish(NoteEvents.TOPIC, account, "note.taken", "x"))
                .withMessageContaining("outside of a transaction");
    }

    @Test
    void eventsOfOneKeyKeepTheirOrder() {
        List<Integer> numbers = IntStream.rangeClosed(1, 300).boxed().toList();

        numbers.forEach(number -> notes.publish(new NoteTaken(account, number, BigDecimal.ONE)));

        assertThat(topic.await(300, this::isOurs))
                .extracting(message -> message.json().at("/data/number").intValue())
                .containsExactlyElementsOf(numbers);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(notes.kept(account)).containsExactlyElementsOf(numbers));
    }

    @Test
    void publishedEventsLeaveTheOutbox() {
        notes.publish(new NoteTaken(account, 1, BigDecimal.ONE));
        topic.await(this::isOurs);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(jdbc.sql("SELECT count(*) FROM event_publication")
                                .query(Integer.class)
                                .single())
                        .isZero());
    }

    @Test
    void publishingLeavesItToTheCallerWhetherTheCommitWaitsForTheDisk() {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("SET LOCAL synchronous_commit = on").update();
            events.publish(NoteEvents.TOPIC, account, "note.taken", new NoteTaken(account, 1, BigDecimal.ONE));
            assertThat(synchronousCommit()).isEqualTo("on");
        });
    }

    @Test
    void repeatedEventIsHandledOnce() {
        String event = envelope(UUID.randomUUID(), 5);

        topic.send(account, event);
        topic.send(account, event);
        topic.send(account, envelope(UUID.randomUUID(), 6));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(notes.kept(account)).containsExactly(5, 6));
    }

    @Test
    void handlerThatKeepsFailingEndsInTheDeadLettersAndTheConsumerGoesOn() {
        topic.send(account, envelope(UUID.randomUUID(), -1));
        topic.send(account, envelope(UUID.randomUUID(), 7));

        Message dead = deadLetters.await(this::isOurs);
        assertThat(dead.headers()).containsEntry("dlt-reason", "a note below zero");
        assertThat(dead.headers()).containsEntry("kafka_dlt-original-topic", NoteEvents.TOPIC);
        assertThat(dead.headers()).doesNotContainKey("kafka_dlt-exception-stacktrace");
        // What the failing handler had written was rolled back.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(notes.kept(account)).containsExactly(7));
    }

    @Test
    void poisonEndsInTheDeadLettersWithTheReasonAndTheConsumerGoesOn() {
        topic.send(account, "not JSON");
        topic.send(account, "{\"something\": \"else\"}");
        topic.send(account, "{\"event_id\": \"seven\", \"type\": \"note.taken\", \"data\": {}}");
        topic.send(account, envelope(UUID.randomUUID(), 1).replace("\"number\":1", "\"number\":\"one\""));
        topic.send(account, null);
        topic.send(account, envelope(UUID.randomUUID(), 8));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(notes.kept(account)).containsExactly(8));
        List<Message> dead = deadLetters.await(5, this::isOurs);
        assertThat(dead)
                .extracting(message -> message.headers().get("dlt-reason"))
                .doesNotContainNull();
        assertThat(dead.get(1).headers().get("dlt-reason")).contains("event_id, type and data are needed");
    }

    @Test
    void traceGoesOnFromPublisherToConsumer() {
        Span span = tracer.nextSpan().name("test").start();
        String traceId = span.context().traceId();
        try (Tracer.SpanInScope _ = tracer.withSpan(span)) {
            notes.publish(new NoteTaken(account, 1, BigDecimal.ONE));
        } finally {
            span.end();
        }

        Message message = topic.await(this::isOurs);
        assertThat(message.json().path("trace_id").asString()).isEqualTo(traceId);
        assertThat(message.headers().get("traceparent")).contains(traceId);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(notes.traces()).contains(traceId));
    }

    private String synchronousCommit() {
        return jdbc.sql("SHOW synchronous_commit").query(String.class).single();
    }

    private boolean isOurs(Message message) {
        return account.equals(message.key());
    }

    private String envelope(UUID id, int number) {
        return """
                {"event_id":"%s","type":"note.taken","occurred_at":"2026-01-05T10:00:00Z","source":"test",
                 "data":{"account":"%s","number":%d,"amount":1,"unknown":true}}
                """
                .formatted(id, account, number);
    }
}
