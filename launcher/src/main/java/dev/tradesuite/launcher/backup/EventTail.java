package dev.tradesuite.launcher.backup;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.launcher.kafka.KafkaAccess;
import dev.tradesuite.launcher.kafka.MessageLog;
import dev.tradesuite.launcher.kafka.MessageLog.Stretch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Kafka holds that the database does not show yet: messages not every consumer has handled, and dead letters.
 *
 * <p>A message counts as handled when its consumer says so, which it does after the commit of what came of it. So some
 * that were handled are kept as well; their consumers know them by their ids.
 *
 * @param topics every topic and its partitions
 * @param stretches what to keep
 */
record EventTail(Map<String, Integer> topics, List<Stretch> stretches) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Decides what to keep, as of now. */
    static EventTail now(KafkaAccess kafka) {
        try (Admin admin = kafka.admin()) {
            Map<String, TopicDescription> topics = MessageLog.topics(admin);
            List<TopicPartition> partitions = MessageLog.partitions(topics.values());
            // Before the ends: what is handled meanwhile is kept once too often, never missed.
            Map<TopicPartition, Long> handled = handled(admin, partitions);
            Map<TopicPartition, Long> oldest = MessageLog.offsets(admin, partitions, OffsetSpec.earliest());
            Map<TopicPartition, Long> ends = MessageLog.offsets(admin, partitions, OffsetSpec.latest());
            List<Stretch> stretches = partitions.stream()
                    .filter(partition -> isDeadLetters(partition) || handled.containsKey(partition))
                    .map(partition -> new Stretch(
                            partition,
                            Math.max(
                                    oldest.getOrDefault(partition, 0L),
                                    isDeadLetters(partition) ? 0 : handled.getOrDefault(partition, 0L)),
                            ends.getOrDefault(partition, 0L)))
                    .toList();
            return new EventTail(
                    topics.values().stream()
                            .collect(Collectors.toMap(TopicDescription::name, topic -> topic.partitions()
                                    .size())),
                    stretches);
        }
    }

    private static boolean isDeadLetters(TopicPartition partition) {
        return partition.topic().endsWith(Topics.DEAD_LETTER_SUFFIX);
    }

    /** Up to where every consumer of a partition has handled it; a partition nobody reads is not among them. */
    private static Map<TopicPartition, Long> handled(Admin admin, Collection<TopicPartition> partitions) {
        List<String> groups = MessageLog.get(
                        admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())
                .stream()
                .map(GroupListing::groupId)
                .toList();
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed =
                MessageLog.get(admin.listConsumerGroupOffsets(groups.stream()
                                .collect(Collectors.toMap(group -> group, _ -> new ListConsumerGroupOffsetsSpec())))
                        .all());
        Map<String, ConsumerGroupDescription> described =
                MessageLog.get(admin.describeConsumerGroups(groups).all());
        Map<TopicPartition, Long> handled = new HashMap<>();
        for (String group : groups) {
            Map<TopicPartition, OffsetAndMetadata> places = committed.getOrDefault(group, Map.of());
            Collection<String> read = topicsOf(places, Objects.requireNonNull(described.get(group)));
            for (TopicPartition partition : partitions) {
                if (read.contains(partition.topic())) {
                    OffsetAndMetadata place = places.get(partition);
                    handled.merge(partition, place == null ? 0 : place.offset(), Math::min);
                }
            }
        }
        return handled;
    }

    /** A group that has said nothing of a partition yet may still read its topic. */
    private static Collection<String> topicsOf(
            Map<TopicPartition, OffsetAndMetadata> places, ConsumerGroupDescription group) {
        List<TopicPartition> read = new ArrayList<>(places.keySet());
        group.members().forEach(member -> read.addAll(member.assignment().topicPartitions()));
        return read.stream().map(TopicPartition::topic).collect(Collectors.toSet());
    }

    /** Writes the messages to the backup and says what there was. */
    List<Manifest.Topic> writeTo(BackupWriter backup, KafkaAccess kafka) throws Exception {
        Map<String, Long> counts = new HashMap<>();
        backup.add(
                Manifest.EVENTS,
                out -> MessageLog.read(kafka, stretches, message -> {
                    out.write(JSON.writeValueAsBytes(json(message)));
                    out.write('\n');
                    counts.merge(message.topic(), 1L, Long::sum);
                }));
        return topics.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(topic ->
                        new Manifest.Topic(topic.getKey(), topic.getValue(), counts.getOrDefault(topic.getKey(), 0L)))
                .toList();
    }

    private static ObjectNode json(ConsumerRecord<byte[], byte[]> message) throws IOException {
        ObjectNode json = JSON.createObjectNode()
                .put("topic", message.topic())
                .put("partition", message.partition())
                .put("key", base64(message.key()))
                .put("value", base64(message.value()));
        ArrayNode headers = json.putArray("headers");
        message.headers()
                .forEach(header -> headers.addObject().put("name", header.key()).put("value", base64(header.value())));
        return json;
    }

    private static @Nullable String base64(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }
}
