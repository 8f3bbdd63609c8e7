package dev.tradesuite.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.sample.note.messaging.NoteEvents;
import dev.tradesuite.sample.note.messaging.NoteEvents.NoteTaken;
import dev.tradesuite.support.SuiteApplication;
import dev.tradesuite.test.TestBroker;
import dev.tradesuite.test.TestServices;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Kafka comes and goes; events stay. */
@ExtendWith(OutputCaptureExtension.class)
class OutboxOutageIT {

    private final String account = UUID.randomUUID().toString();
    private final int port = TestBroker.freePort();
    private final TestBroker.Embedded broker = new TestBroker.Embedded(port);

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void eventsCommittedWhileKafkaIsAwayArriveWhenItComesBack(CapturedOutput output) {
        try (ConfigurableApplicationContext service = run("outage_1")) {
            NoteEvents notes = service.getBean(NoteEvents.class);
            IntStream.rangeClosed(1, 20).forEach(number -> notes.publish(note(number)));
            assertThat(waiting(service)).isEqualTo(20);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(output).contains("Kafka takes no messages"));

            broker.start();

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(notes.kept(account))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 20).boxed().toList()));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(waiting(service)).isZero());
            assertThat(output)
                    .as("the outbox says it without the event")
                    .doesNotContain("Exception thrown when sending a message");
        }
    }

    @Test
    void eventsLeftByOneRunAreSentByTheNext() {
        try (ConfigurableApplicationContext service = run("outage_2")) {
            service.getBean(NoteEvents.class).publish(note(1));
            service.getBean(NoteEvents.class).publish(note(2));
        }
        broker.start();

        try (ConfigurableApplicationContext service = run("outage_2")) {
            NoteEvents notes = service.getBean(NoteEvents.class);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(notes.kept(account)).containsExactly(1, 2));
        }
    }

    private ConfigurableApplicationContext run(String schema) {
        String[] arguments = TestServices.arguments(
                schema,
                Map.of(
                        "spring.kafka.bootstrap-servers", "127.0.0.1:" + port,
                        "spring.kafka.producer.properties.max.block.ms", "500",
                        "spring.kafka.properties.reconnect.backoff.max.ms", "500",
                        "spring.kafka.admin.operation-timeout", "1s",
                        "suite.outbox.retry", "300ms"));
        return SuiteApplication.run(SampleApplication.class, "sample-service", arguments);
    }

    private NoteTaken note(int number) {
        return new NoteTaken(account, number, BigDecimal.ONE);
    }

    private static double waiting(ConfigurableApplicationContext service) {
        return service.getBean(MeterRegistry.class)
                .get("suite.outbox.waiting")
                .gauge()
                .value();
    }
}
