package dev.tradesuite.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.sample.note.messaging.NoteEvents;
import dev.tradesuite.sample.note.messaging.NoteEvents.NoteTaken;
import dev.tradesuite.support.SuiteApplication;
import dev.tradesuite.support.event.EventSignatures;
import dev.tradesuite.test.TestBroker;
import dev.tradesuite.test.TestServices;
import dev.tradesuite.test.TestTopic;
import dev.tradesuite.test.TestTopic.Message;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Kafka as somebody uses it who has its password, and not the secret the events are signed with. */
class SignedEventsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REASON = "dlt-reason";
    private static final String SECRET = "signs the events of this test";
    private static final String BEFORE = "signed the events until now";

    private final String account = UUID.randomUUID().toString();
    private final TestBroker.Embedded server = new TestBroker.Embedded(TestBroker.freePort());
    private TestBroker broker;

    @BeforeEach
    void startBroker() {
        broker = server.start();
    }

    @AfterEach
    void stopBroker() {
        server.close();
    }

    @Test
    void forgedEventsAreNotReadAndHonestOnesAre() {
        try (ConfigurableApplicationContext service = run("signed_events");
                TestTopic topic = TestTopic.on(broker, NoteEvents.TOPIC);
                TestTopic deadLetters = TestTopic.on(broker, NoteEvents.TOPIC + ".dlt")) {
            NoteEvents notes = service.getBean(NoteEvents.class);
            String stolen = envelope(4);
            topic.send(account, envelope(1));
            topic.send(account, envelope(2), Map.of(EventSignatures.HEADER, "a guess"));
            topic.send(account, envelope(3), signed(EventSignatures.of("another installation", ""), account, stolen));
            topic.send(account, stolen, signed(signing(SECRET), "somebody else", stolen));
            notes.publish(new NoteTaken(account, 5, BigDecimal.ONE));
            String honest = envelope(6);
            topic.send(account, honest, signed(signing(BEFORE), account, honest));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(notes.kept(account)).containsExactlyInAnyOrder(5, 6));
            assertThat(deadLetters.await(4, this::isOurs))
                    .extracting(letter -> String.valueOf(letter.headers().get(REASON)))
                    .satisfiesExactly(
                            reason -> assertThat(reason).startsWith("EVENT_UNSIGNED: It has no signature"),
                            reason -> assertThat(reason).startsWith("EVENT_SIGNATURE_WRONG: "),
                            reason -> assertThat(reason).startsWith("EVENT_SIGNATURE_WRONG: "),
                            reason -> assertThat(reason).startsWith("EVENT_SIGNATURE_WRONG: "));
            assertThat(notes.kept(account)).containsExactlyInAnyOrder(5, 6);
        }
    }

    @Test
    void deadLetterKeepsTheSignatureItCameWithSoThatItIsBelievedWhenItIsSentAgain() {
        try (ConfigurableApplicationContext service = run("signed_letters");
                TestTopic topic = TestTopic.on(broker, NoteEvents.TOPIC);
                TestTopic deadLetters = TestTopic.on(broker, NoteEvents.TOPIC + ".dlt")) {
            service.getBean(NoteEvents.class).publish(new NoteTaken(account, -1, BigDecimal.ONE));
            topic.send(account, envelope(2));

            List<Message> letters = deadLetters.await(2, this::isOurs);
            Message forged = letters.stream()
                    .filter(letter -> !letter.headers().containsKey(EventSignatures.HEADER))
                    .findFirst()
                    .orElseThrow();
            Message honest = letters.stream()
                    .filter(letter -> letter.headers().containsKey(EventSignatures.HEADER))
                    .findFirst()
                    .orElseThrow();
            assertThat(forged.headers()).containsKey(REASON);
            assertThat(honest.headers()).containsEntry(REASON, "a note below zero");

            for (Message letter : letters) {
                Map<String, String> first = new HashMap<>(letter.headers());
                first.keySet().retainAll(List.of(EventSignatures.HEADER));
                topic.send(account, letter.value(), first);
            }

            assertThat(deadLetters.await(4, this::isOurs).subList(2, 4))
                    .extracting(letter -> String.valueOf(letter.headers().get(REASON)))
                    .as("the honest one is read, and fails as before; the other is still nobody's")
                    .anySatisfy(reason -> assertThat(reason).isEqualTo("a note below zero"))
                    .anySatisfy(reason -> assertThat(reason).startsWith("EVENT_UNSIGNED"));
        }
    }

    private ConfigurableApplicationContext run(String schema) {
        return SuiteApplication.run(
                SampleApplication.class,
                "sample-service",
                TestServices.arguments(
                        schema,
                        Map.of(
                                "spring.kafka.bootstrap-servers",
                                broker.bootstrapServers(),
                                "suite.events.signing-secret",
                                SECRET,
                                "suite.events.previous-signing-secret",
                                BEFORE)));
    }

    private static EventSignatures signing(String secret) {
        return EventSignatures.of(secret, "");
    }

    private static Map<String, String> signed(EventSignatures signatures, String key, String value) {
        ProducerRecord<String, String> event = new ProducerRecord<>(NoteEvents.TOPIC, key, value);
        signatures.sign(event);
        byte[] signature = event.headers().lastHeader(EventSignatures.HEADER).value();
        return Map.of(EventSignatures.HEADER, new String(signature, StandardCharsets.US_ASCII));
    }

    private boolean isOurs(Message message) {
        return account.equals(message.key());
    }

    private String envelope(int number) {
        return """
                {"event_id":"%s","type":"note.taken","occurred_at":"2026-01-05T10:00:00Z","source":"test",
                 "data":{"account":"%s","number":%d,"amount":1}}
                """
                .formatted(UUID.randomUUID(), account, number);
    }
}
