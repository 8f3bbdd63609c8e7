package dev.tradesuite.support.event;

import dev.tradesuite.contracts.event.Topics;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Declares the topics a service produces; they are created when the service starts. */
public final class EventTopics {

    /** Partitions of a topic unless stated: as many consumers may share its work. */
    public static final int PARTITIONS = 4;

    private EventTopics() {}

    /** Topics with {@link #PARTITIONS} partitions, each with its dead letters. */
    public static KafkaAdmin.NewTopics of(String... topics) {
        return new KafkaAdmin.NewTopics(Arrays.stream(topics)
                .flatMap(topic -> Stream.of(topic(topic, PARTITIONS), topic(topic + Topics.DEAD_LETTER_SUFFIX, 1)))
                .toArray(NewTopic[]::new));
    }

    private static NewTopic topic(String name, int partitions) {
        return TopicBuilder.name(name).partitions(partitions).build();
    }
}
