package dev.tradesuite.benchmarks.following;

import dev.tradesuite.benchmarks.suite.SuiteSecrets;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.support.boot.KafkaLogin;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** When the brain has told what its models say about bars, as a listener of its topic sees it. */
final class ToldSignals implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<MinuteBar, Instant> told = new ConcurrentHashMap<>();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread listener;
    private volatile boolean closing;

    private ToldSignals(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
        this.listener = Thread.ofVirtual().unstarted(this::listen);
    }

    /** Listens from now on. */
    static ToldSignals from(int port, SuiteSecrets secrets) {
        Map<String, Object> settings =
                new HashMap<>(new KafkaLogin(KafkaLogin.USER, secrets.kafkaPassword()).clientSettings());
        settings.put("bootstrap.servers", "localhost:" + port);
        settings.put("enable.auto.commit", false);
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.BRAIN_SIGNALS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        ToldSignals signals = new ToldSignals(consumer);
        signals.listener.start();
        return signals;
    }

    /** When the signals of a bar were told; empty when they were not. */
    Optional<Instant> at(MinuteBar bar) {
        return Optional.ofNullable(told.get(bar));
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        listener.join();
    }

    private void listen() {
        try (consumer) {
            while (!closing) {
                for (ConsumerRecord<byte[], byte[]> event : consumer.poll(POLL)) {
                    Instant now = Instant.now();
                    JsonNode bar = JSON.readTree(event.value()).path("data");
                    told.putIfAbsent(
                            MinuteBar.thatOpened(
                                    bar.path("symbol").asString(),
                                    Instant.parse(bar.at("/bar/open_time").asString())),
                            now);
                }
            }
        }
    }
}
