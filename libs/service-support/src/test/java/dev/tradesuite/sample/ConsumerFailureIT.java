package dev.tradesuite.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.sample.note.messaging.NoteEvents;
import dev.tradesuite.sample.note.messaging.NoteEvents.NoteTaken;
import dev.tradesuite.support.SuiteApplication;
import dev.tradesuite.test.TestBroker;
import dev.tradesuite.test.TestServices;
import dev.tradesuite.test.TestTopic;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.ConsumerFactory;

/** A consumer that is killed, and a message that the disk has spoilt. */
class ConsumerFailureIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
    void whatAKilledConsumerHadMovesToAnotherOneInLessThanTenSeconds() throws Exception {
        try (ConfigurableApplicationContext service = run("killed_consumer")) {
            NoteEvents notes = service.getBean(NoteEvents.class);
            ConsumerFactory<?, ?> consumers = service.getBean(ConsumerFactory.class);
            Map<String, Object> settings = new HashMap<>(consumers.getConfigurationProperties());
            settings.put("group.id", "sample-service");
            settings.put("bootstrap.servers", broker.bootstrapServers());
            try (LostConsumer other = LostConsumer.joining(settings, NoteEvents.TOPIC)) {
                other.kill();
                List<String> accounts = IntStream.range(0, 40)
                        .mapToObj(number -> account + number)
                        .toList();
                accounts.forEach(one -> notes.publish(new NoteTaken(one, 1, BigDecimal.ONE)));

                // Whatever share the other one had, an account of it is among them.
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(accounts)
                        .allSatisfy(one -> assertThat(notes.kept(one)).containsExactly(1)));
            }
            // It is missed after the session, and the others hear of that with their next heartbeat.
            assertThat(millis(settings, "session.timeout.ms") + millis(settings, "heartbeat.interval.ms"))
                    .isLessThan(10_000);
            assertThat(millis(settings, "session.timeout.ms"))
                    .as("three heartbeats may get lost")
                    .isGreaterThan(3 * millis(settings, "heartbeat.interval.ms"));
        }
    }

    @Test
    void messageThatCannotBeReadIsPassedOverAndToldAmongTheDeadLetters() throws IOException {
        try (TestTopic topic = TestTopic.on(broker, NoteEvents.TOPIC);
                TestTopic deadLetters = TestTopic.on(broker, NoteEvents.TOPIC + ".dlt")) {
            topic.send(account, envelope(1));
            topic.send(account, envelope(2222));
            topic.send(account, envelope(3));
            spoil("2222");

            try (ConfigurableApplicationContext service = run("spoilt_message")) {
                NoteEvents notes = service.getBean(NoteEvents.class);
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(notes.kept(account)).containsExactly(1, 3));
            }
            assertThat(deadLetters.await(_ -> true).headers().get("dlt-reason"))
                    .contains("cannot be read from the disk of Kafka");
        }
    }

    private ConfigurableApplicationContext run(String schema) {
        return SuiteApplication.run(
                SampleApplication.class,
                "sample-service",
                TestServices.arguments(schema, Map.of("spring.kafka.bootstrap-servers", broker.bootstrapServers())));
    }

    private static long millis(Map<String, Object> settings, String name) {
        return Long.parseLong(String.valueOf(settings.get(name)));
    }

    private String envelope(int number) {
        return """
                {"event_id":"%s","type":"note.taken","occurred_at":"2026-01-05T10:00:00Z","source":"test",
                 "data":{"account":"%s","number":%d,"amount":1}}
                """
                .formatted(UUID.randomUUID(), account, number);
    }

    /** Changes one bit of the text in whatever segment it stands. */
    private void spoil(String text) throws IOException {
        try (Stream<Path> files = Files.walk(server.logs())) {
            for (Path file : files.filter(path -> path.toString().endsWith(".log"))
                    .filter(path -> path.toString().contains(NoteEvents.TOPIC + "-"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"number\":" + text);
                if (place >= 0) {
                    int at = place + "\"number\":".length();
                    try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        open.write(ByteBuffer.wrap(new byte[] {(byte) (bytes[at] ^ 1)}), at);
                    }
                    return;
                }
            }
        }
        throw new IllegalStateException(text + " stands nowhere");
    }
}
