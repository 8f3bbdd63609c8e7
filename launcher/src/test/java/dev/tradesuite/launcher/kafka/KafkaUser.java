package dev.tradesuite.launcher.kafka;

import dev.tradesuite.support.boot.KafkaLogin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Somebody who uses the broker at an address, with a password, a wrong one, or none. */
public final class KafkaUser {

    private static final int PATIENCE_SECONDS = 30;

    private final Map<String, Object> settings;

    private KafkaUser(String address, Map<String, String> login) {
        settings = new HashMap<>(Map.of(
                "bootstrap.servers", address,
                "group.id", "test",
                "auto.offset.reset", "earliest",
                "default.api.timeout.ms", "5000",
                "request.timeout.ms", "3000",
                "max.block.ms", "5000"));
        settings.putAll(login);
    }

    public static KafkaUser withPassword(String address, String password) {
        return new KafkaUser(address, new KafkaLogin(KafkaLogin.USER, password).clientSettings());
    }

    public static KafkaUser withoutPassword(String address) {
        return new KafkaUser(address, Map.of());
    }

    void createTopic(String topic) throws Exception {
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Sends values one by one, each in a batch of its own. */
    void send(String topic, String... values) throws InterruptedException, ExecutionException {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(topic, "main", value)).get();
            }
        }
    }

    /** Sends an event about the account {@code main}, with the headers it has after the last touch. */
    public void forge(String topic, String value, Consumer<ProducerRecord<String, String>> lastTouch)
            throws InterruptedException, ExecutionException {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> event = new ProducerRecord<>(topic, "main", value);
            lastTouch.accept(event);
            producer.send(event).get();
        }
    }

    /** Everything a topic of some partitions holds now; nothing is remembered of it. */
    public List<String> everything(String topic) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> values.add(event.value()));
            }
        }
        return values;
    }

    /** The next values, and the position after them is kept. */
    public List<String> receive(String topic, int count) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            // Fails where a subscription would wait.
            var _ = consumer.partitionsFor(topic);
            consumer.subscribe(List.of(topic));
            long deadline =
                    System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> values.add(event.value()));
            }
            consumer.commitSync();
        }
        return values;
    }
}
