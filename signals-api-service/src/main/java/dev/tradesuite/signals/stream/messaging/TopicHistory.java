package dev.tradesuite.signals.stream.messaging;

import dev.tradesuite.signals.stream.FeedHistory;
import dev.tradesuite.signals.stream.StreamMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what is older than memory from the topic, a few clients at a time. */
final class TopicHistory implements FeedHistory {

    private static final Logger LOG = LoggerFactory.getLogger(TopicHistory.class);

    private static final int AT_ONCE = 4;
    private static final int STRETCH = 1_000;

    /**
     * Before the first wanted message: an event that comes again is known by its first copy, a price by the one before.
     */
    private static final int LOOK_BACK = 300;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(250);

    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final FeedTopic topic;
    private final Supplier<FeedRecordMapper> mappers;

    TopicHistory(FeedTopic topic, Supplier<FeedRecordMapper> mappers) {
        this.topic = topic;
        this.mappers = mappers;
    }

    @Override
    public Optional<Stretch> from(long seq) throws InterruptedException {
        turns.acquire();
        try (Consumer<String, String> consumer = topic.open()) {
            long first = FeedTopic.begin(consumer);
            return seq < first ? Optional.empty() : read(consumer, first, seq);
        } catch (KafkaException e) {
            LOG.warn("Older messages of the feed cannot be read: {}", e.getMessage());
            return Optional.empty();
        } finally {
            turns.release();
        }
    }

    private Optional<Stretch> read(Consumer<String, String> consumer, long first, long seq) {
        long before = Math.min(FeedTopic.end(consumer), seq + STRETCH);
        FeedRecordMapper mapper = mappers.get();
        List<StreamMessage> messages = new ArrayList<>();
        consumer.seek(FeedTopic.PARTITION, Math.max(first, seq - LOOK_BACK));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long next = seq;
        while (next < before && System.nanoTime() - deadline < 0) {
            for (ConsumerRecord<String, String> sent : consumer.poll(POLL)) {
                if (sent.offset() < before) {
                    mapper.message(sent).filter(message -> message.seq() >= seq).ifPresent(messages::add);
                }
            }
            next = Math.min(before, consumer.position(FeedTopic.PARTITION));
        }
        return next > seq ? Optional.of(new Stretch(messages, next)) : Optional.empty();
    }
}
