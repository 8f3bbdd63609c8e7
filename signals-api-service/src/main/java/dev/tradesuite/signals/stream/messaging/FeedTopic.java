package dev.tradesuite.signals.stream.messaging;

import dev.tradesuite.contracts.event.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one partition of {@code signals.feed}, read without a group: every instance reads all of it. */
public final class FeedTopic {

    private static final Logger LOG = LoggerFactory.getLogger(FeedTopic.class);

    static final TopicPartition PARTITION = new TopicPartition(Topics.SIGNALS_FEED, 0);

    /** How long Kafka may take to say where the topic begins and ends. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<String, Object> settings;
    private final Runnable topics;

    /**
     * The topic, which Kafka may not have yet.
     *
     * @param consumer settings of consumers in general
     * @param topics makes the topics of this service that Kafka has not got
     */
    public FeedTopic(Map<String, Object> consumer, Runnable topics) {
        this.topics = topics;
        Map<String, Object> own = new HashMap<>(consumer);
        own.remove(ConsumerConfig.GROUP_ID_CONFIG);
        own.remove(ConsumerConfig.CLIENT_ID_CONFIG);
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        own.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 250);
        this.settings = Map.copyOf(own);
    }

    /** A consumer that reads it from wherever it seeks to. */
    Consumer<String, String> open() {
        Consumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.assign(List.of(PARTITION));
        return consumer;
    }

    /** Makes the topic when Kafka answers and has none: the service may have begun while Kafka did not. */
    void makeIfMissing(Consumer<String, String> consumer) {
        try {
            if (!consumer.listTopics(PATIENCE).containsKey(Topics.SIGNALS_FEED)) {
                topics.run();
            }
        } catch (KafkaException e) {
            LOG.debug("Kafka does not say which topics it has: {}", e.getMessage());
        }
    }

    /** Number of the oldest message that is kept. */
    static long begin(Consumer<String, String> consumer) {
        return Objects.requireNonNull(
                consumer.beginningOffsets(List.of(PARTITION), PATIENCE).get(PARTITION));
    }

    /** Number the next message will have. */
    static long end(Consumer<String, String> consumer) {
        return Objects.requireNonNull(
                consumer.endOffsets(List.of(PARTITION), PATIENCE).get(PARTITION));
    }
}
