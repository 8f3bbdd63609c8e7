package dev.tradesuite.launcher.kafka;

import dev.tradesuite.launcher.SuiteException;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Reads stretches of topics from one place to another. */
public final class MessageLog {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private MessageLog() {}

    /**
     * A stretch of a partition.
     *
     * @param from first offset
     * @param to offset behind the last one
     */
    public record Stretch(TopicPartition partition, long from, long to) {

        boolean isEmpty() {
            return from >= to;
        }
    }

    /** What is done with a message. */
    public interface Reader {

        void accept(ConsumerRecord<byte[], byte[]> message) throws IOException;
    }

    /** The topics of the installation; Kafka's own are not among them. */
    public static Map<String, TopicDescription> topics(Admin admin) {
        return get(admin.describeTopics(get(admin.listTopics().names())).allTopicNames());
    }

    /** Every partition of these topics. */
    public static List<TopicPartition> partitions(Collection<TopicDescription> topics) {
        return topics.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    /** The oldest offset that is kept, or the one the next message gets, by partition. */
    public static Map<TopicPartition, Long> offsets(
            Admin admin, Collection<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, ListOffsetsResultInfo> found =
                get(admin.listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> which)))
                        .all());
        Map<TopicPartition, Long> offsets = new HashMap<>();
        found.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    /** Reads every message of the stretches, those of a partition in their order. */
    public static void read(KafkaAccess kafka, List<Stretch> stretches, Reader reader) throws IOException {
        List<Stretch> full =
                stretches.stream().filter(stretch -> !stretch.isEmpty()).toList();
        if (full.isEmpty()) {
            return;
        }
        try (KafkaConsumer<byte[], byte[]> consumer = kafka.consumer()) {
            consumer.assign(full.stream().map(Stretch::partition).toList());
            full.forEach(stretch -> consumer.seek(stretch.partition(), stretch.from()));
            Map<TopicPartition, Long> ends = full.stream().collect(Collectors.toMap(Stretch::partition, Stretch::to));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                    deadline = System.nanoTime() + PATIENCE.toNanos();
                    if (message.offset()
                            < ends.getOrDefault(new TopicPartition(message.topic(), message.partition()), 0L)) {
                        reader.accept(message);
                    }
                }
                if (System.nanoTime() > deadline) {
                    throw new SuiteException(
                            "Kafka at %s stopped answering; see ./suite status".formatted(kafka.address()));
                }
            }
        }
    }

    /** Waits for an answer of Kafka. */
    public static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new SuiteException(
                    "Kafka does not answer (%s); see ./suite status"
                            .formatted(e.getCause() == null ? e : e.getCause().getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("interrupted while waiting for Kafka", e);
        }
    }
}
