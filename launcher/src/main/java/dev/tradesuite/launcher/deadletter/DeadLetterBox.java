package dev.tradesuite.launcher.deadletter;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.kafka.KafkaAccess;
import dev.tradesuite.launcher.kafka.MessageLog;
import dev.tradesuite.launcher.kafka.MessageLog.Stretch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of every topic.
 *
 * <p>A topic cannot be changed, so what was decided about a letter is a message of the same topic: a mark that names
 * the letter. It is kept and backed up like the letters themselves.
 */
public final class DeadLetterBox {

    /** Header of a mark: the letter it is about. */
    private static final String MARK = "dlt-mark";

    /** Header of a mark: what was decided. */
    private static final String DECISION = "dlt-decision";

    /**
     * Consumers know an event for 30 days ({@code suite.consumer.remember-for}); one that is sent again later would be
     * handled twice by those that did handle it.
     */
    private static final Duration REMEMBERED = Duration.ofDays(29);

    private final KafkaAccess kafka;
    private final Clock clock;

    public DeadLetterBox(KafkaAccess kafka, Clock clock) {
        this.kafka = kafka;
        this.clock = clock;
    }

    /** What was decided about a letter. */
    private enum Decision {
        REPLAYED,
        DROPPED
    }

    /** Letters nothing was decided about, oldest first; each once, however often it was put there. */
    public List<DeadLetter> open() {
        Map<String, DeadLetter> open = new LinkedHashMap<>();
        Set<String> decided = new HashSet<>();
        try {
            MessageLog.read(kafka, everything(), message -> take(message, open, decided));
        } catch (IOException e) {
            throw new SuiteException("the dead letters cannot be read: " + e.getMessage(), e);
        }
        open.keySet().removeAll(decided);
        return open.values().stream()
                .sorted(Comparator.comparing(DeadLetter::at)
                        .thenComparing(DeadLetter::topic)
                        .thenComparing(DeadLetter::partition)
                        .thenComparing(DeadLetter::offset))
                .toList();
    }

    private List<Stretch> everything() {
        try (Admin admin = kafka.admin()) {
            List<TopicDescription> topics = MessageLog.topics(admin).values().stream()
                    .filter(topic -> topic.name().endsWith(Topics.DEAD_LETTER_SUFFIX))
                    .toList();
            List<TopicPartition> partitions = MessageLog.partitions(topics);
            Map<TopicPartition, Long> oldest = MessageLog.offsets(admin, partitions, OffsetSpec.earliest());
            Map<TopicPartition, Long> ends = MessageLog.offsets(admin, partitions, OffsetSpec.latest());
            return partitions.stream()
                    .map(partition -> new Stretch(
                            partition, oldest.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L)))
                    .toList();
        }
    }

    private static void take(
            ConsumerRecord<byte[], byte[]> message, Map<String, DeadLetter> open, Set<String> decided) {
        Header mark = message.headers().lastHeader(MARK);
        if (mark != null) {
            decided.add(new String(mark.value(), StandardCharsets.UTF_8));
        } else {
            DeadLetter.of(message).ifPresent(letter -> open.putIfAbsent(letter.id(), letter));
        }
    }

    /**
     * Sends letters to their topics again, as they were the first time, and marks them.
     *
     * <p>Every consumer of the topic gets them; those that have handled them know them by their ids. A crash between
     * the two steps sends a letter twice, which is the same.
     */
    public void replay(Collection<DeadLetter> letters) {
        for (DeadLetter letter : letters) {
            if (letter.at().isBefore(clock.instant().minus(REMEMBERED))) {
                throw new SuiteException(
                        "%s was sent at %s, longer ago than its consumers remember what they have handled; drop it and put right by hand what it should have done"
                                .formatted(letter.id(), letter.at()));
            }
        }
        decide(letters, Decision.REPLAYED);
    }

    /** Marks letters without sending them. */
    public void drop(Collection<DeadLetter> letters) {
        decide(letters, Decision.DROPPED);
    }

    private void decide(Collection<DeadLetter> letters, Decision decision) {
        try (KafkaProducer<byte[], byte[]> producer = kafka.producer()) {
            for (DeadLetter letter : letters) {
                if (decision == Decision.REPLAYED) {
                    producer.send(again(letter)).get();
                }
                producer.send(mark(letter, decision)).get();
            }
        } catch (ExecutionException e) {
            throw new SuiteException("Kafka does not take the letters: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("interrupted while waiting for Kafka", e);
        }
    }

    /** To the partition it came from, where its consumers expect what belongs together. */
    private static ProducerRecord<byte[], byte[]> again(DeadLetter letter) {
        return new ProducerRecord<>(
                letter.topic(),
                letter.partition(),
                null,
                bytes(letter.key()),
                bytes(letter.value()),
                new RecordHeaders(letter.headers()));
    }

    private static byte @Nullable [] bytes(@Nullable Bytes wrapped) {
        return wrapped == null ? null : wrapped.get();
    }

    private static ProducerRecord<byte[], byte[]> mark(DeadLetter letter, Decision decision) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(MARK, letter.id().getBytes(StandardCharsets.UTF_8));
        headers.add(DECISION, decision.name().getBytes(StandardCharsets.UTF_8));
        return new ProducerRecord<>(letter.topic() + Topics.DEAD_LETTER_SUFFIX, 0, null, null, new byte[0], headers);
    }
}
