package dev.tradesuite.launcher.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.launcher.port.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaPartIT {

    private static final String TOPIC = "orders.events";

    @Test
    void keepsEventsAndPositionsThroughARestart(@TempDir Path folder) throws Exception {
        List<Integer> ports = FreePorts.find(2);
        KafkaPart kafka = new KafkaPart(folder.resolve("kafka"), ports.get(0), ports.get(1), _ -> {});
        kafka.start();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 4, (short) 1))).all().get(30, TimeUnit.SECONDS);
            send(kafka, "first");
            assertThat(receive(kafka, 1)).containsExactly("first");
            send(kafka, "second");
        } finally {
            kafka.stop();
        }

        // The ports may change between runs; what the log holds does not depend on them.
        ports = FreePorts.find(2);
        kafka = new KafkaPart(folder.resolve("kafka"), ports.get(0), ports.get(1), _ -> {});
        kafka.start();
        try {
            assertThat(receive(kafka, 1)).containsExactly("second");
            assertUnknownTopicStaysUnknown(kafka);
        } finally {
            kafka.stop();
        }
    }

    private static void send(KafkaPart kafka, String value) throws InterruptedException, ExecutionException {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings(kafka), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "main", value)).get();
        }
    }

    private static List<String> receive(KafkaPart kafka, int count) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> values.add(event.value()));
            }
            consumer.commitSync();
        }
        return values;
    }

    private static void assertUnknownTopicStaysUnknown(KafkaPart kafka) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings(kafka), new StringSerializer(), new StringSerializer())) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("odrers.events", "x"))
                            .get())
                    .hasCauseInstanceOf(TimeoutException.class);
        }
    }

    private static Map<String, Object> settings(KafkaPart kafka) {
        return Map.of(
                "bootstrap.servers",
                kafka.address(),
                "group.id",
                "test",
                "auto.offset.reset",
                "earliest",
                "max.block.ms",
                "1000");
    }
}
