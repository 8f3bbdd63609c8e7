package dev.tradesuite.support.event;

import dev.tradesuite.contracts.event.Topics;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Declares the topics a service produces; they are created when the service starts. */
public final class EventTopics {

    /** Partitions of a topic unless stated: as many consumers may share its work. */
    public static final int PARTITIONS = 4;

    /** How long dead letters are kept: as long as they may be sent again, which the inbox limits. */
    private static final Duration LETTERS_KEPT = Duration.ofDays(28);

    private EventTopics() {}

    /** Topics with {@link #PARTITIONS} partitions, each with its dead letters. */
    public static KafkaAdmin.NewTopics of(String... topics) {
        return new KafkaAdmin.NewTopics(Arrays.stream(topics)
                .flatMap(topic -> Stream.of(
                        topic(topic, PARTITIONS).build(),
                        topic(topic + Topics.DEAD_LETTER_SUFFIX, 1)
                                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(LETTERS_KEPT.toMillis()))
                                .build()))
                .toArray(NewTopic[]::new));
    }

    private static TopicBuilder topic(String name, int partitions) {
        return TopicBuilder.name(name).partitions(partitions);
    }
}
