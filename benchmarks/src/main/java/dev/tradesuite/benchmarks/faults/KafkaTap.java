package dev.tradesuite.benchmarks.faults;

import dev.tradesuite.benchmarks.faults.check.Books.DeadLetter;
import dev.tradesuite.benchmarks.suite.SuiteSecrets;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.support.boot.KafkaLogin;
import dev.tradesuite.support.event.EventSignatures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.support.KafkaHeaders;

/** The suite's Kafka, with its secrets: reads what is in it, and sends what nobody should. */
final class KafkaTap {

    /** Header of what this program sends, which stays with it as a dead letter. */
    private static final String POISON = "benchmark-poison";

    private static final String REASON = "dlt-reason";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int PATIENCE_MILLIS = 15_000;

    private final String address;
    private final String password;
    private final EventSignatures signatures;

    KafkaTap(int port, SuiteSecrets secrets) {
        this.address = "localhost:" + port;
        this.password = secrets.kafkaPassword();
        this.signatures = EventSignatures.of(secrets.signingSecret(), "");
    }

    /** The topics of the suite that are there, without those of dead letters and Kafka's own. */
    List<String> topics() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.listTopics().keySet().stream()
                    .filter(topic -> !topic.endsWith(Topics.DEAD_LETTER_SUFFIX) && !topic.startsWith("__"))
                    .sorted()
                    .toList();
        }
    }

    /** Every dead letter there is. */
    List<DeadLetter> deadLetters() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().endsWith(Topics.DEAD_LETTER_SUFFIX))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            List<DeadLetter> letters = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> letter : all(consumer, partitions)) {
                letters.add(new DeadLetter(
                        header(letter, KafkaHeaders.DLT_ORIGINAL_TOPIC),
                        letter.offset(),
                        header(letter, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP),
                        header(letter, REASON),
                        letter.headers().lastHeader(POISON) != null));
            }
            return letters;
        }
    }

    /** The newest message of a topic that this program has not sent. */
    Optional<ConsumerRecord<byte[], byte[]>> newest(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = Optional.ofNullable(
                            consumer.listTopics().get(topic))
                    .stream()
                    .flatMap(List::stream)
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            return all(consumer, partitions).stream()
                    .filter(message ->
                            message.value() != null && message.headers().lastHeader(POISON) == null)
                    .reduce((one, other) -> other.timestamp() >= one.timestamp() ? other : one);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> all(
            KafkaConsumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            consumer.poll(POLL).forEach(messages::add);
        }
        return messages;
    }

    /**
     * Sends messages that are marked as poison, each to where others of its key go, as the password of Kafka allows.
     */
    void poison(String topic, byte[] key, List<byte[]> values) throws InterruptedException {
        poison(topic, key, values, _ -> {});
    }

    /** The same with the signature of the suite, as a service that has gone wrong would. */
    void signedPoison(String topic, byte[] key, List<byte[]> values) throws InterruptedException {
        poison(topic, key, values, signatures::sign);
    }

    private void poison(
            String topic, byte[] key, List<byte[]> values, Consumer<ProducerRecord<byte[], byte[]>> lastTouch)
            throws InterruptedException {
        Map<String, Object> settings = settings();
        settings.put("max.block.ms", PATIENCE_MILLIS);
        settings.put("delivery.timeout.ms", 2 * PATIENCE_MILLIS);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (byte[] value : values) {
                ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, key, value);
                message.headers().add(POISON, new byte[] {1});
                lastTouch.accept(message);
                producer.send(message).get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not take poison for " + topic, e);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = settings();
        settings.put("enable.auto.commit", false);
        settings.put("allow.auto.create.topics", false);
        settings.put("default.api.timeout.ms", PATIENCE_MILLIS);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(new KafkaLogin(KafkaLogin.USER, password).clientSettings());
        settings.put("bootstrap.servers", address);
        settings.put("request.timeout.ms", PATIENCE_MILLIS);
        return settings;
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(Objects.requireNonNull(header.value()), StandardCharsets.UTF_8);
    }
}
