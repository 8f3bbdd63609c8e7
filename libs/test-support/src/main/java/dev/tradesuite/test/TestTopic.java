package dev.tradesuite.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A topic as a test sees it: what arrives from now on, and a way to send anything at all. For one thread. */
public final class TestTopic implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String topic;
    private final KafkaConsumer<String, String> consumer;
    private final KafkaProducer<String, String> producer;
    private final List<Message> seen = new ArrayList<>();

    private TestTopic(String topic, String bootstrapServers) {
        this.topic = topic;
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = producer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // The end is looked up when it is asked for, and must be now's.
        partitions.forEach(consumer::position);
    }

    /** The topic on the broker all tests share; it is created when it does not exist. */
    public static TestTopic of(String topic) {
        return on(TestServices.broker(), topic);
    }

    /** The topic on a broker of the test's own. */
    public static TestTopic on(TestBroker broker, String topic) {
        return new TestTopic(topic, broker.bootstrapServers());
    }

    /** Sends the text as it is and waits until Kafka has it. */
    public void send(@Nullable String key, @Nullable String value) {
        send(key, value, Map.of());
    }

    /** As {@link #send}, with headers. */
    public void send(@Nullable String key, @Nullable String value, Map<String, String> headers) {
        ProducerRecord<String, String> message = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(message).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The first message that matches, waiting for it if need be. */
    public Message await(Predicate<Message> wanted) {
        return await(1, wanted).getFirst();
    }

    /** All messages that match, as soon as there are so many. */
    public List<Message> await(int count, Predicate<Message> wanted) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> seen().stream().filter(wanted).toList(), matching -> matching.size() >= count);
    }

    /** What has arrived so far; within a partition in its order. */
    public List<Message> seen() {
        consumer.poll(Duration.ofMillis(100)).forEach(received -> seen.add(message(received)));
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }

    private static Message message(ConsumerRecord<String, String> received) {
        Map<String, String> headers = new HashMap<>();
        received.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Message(received.key(), received.value(), headers);
    }

    /** A message, its headers read as text. */
    public record Message(@Nullable String key, @Nullable String value, Map<String, String> headers) {

        /** The value as JSON. */
        public JsonNode json() {
            return JSON.readTree(String.valueOf(value));
        }
    }
}
