package dev.tradesuite.signals.stream.messaging;

import dev.tradesuite.signals.stream.BarFollower;
import dev.tradesuite.signals.stream.StoredState;
import dev.tradesuite.signals.stream.StreamHub;
import dev.tradesuite.signals.stream.StreamKind;
import dev.tradesuite.signals.stream.StreamMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic from the beginning of what memory holds, and then as it grows. While Kafka is away it looks for it
 * again, and goes on where it was.
 */
public final class FeedReader implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final long LOOK_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Duration GOODBYE = Duration.ofSeconds(1);
    private static final long PAUSE_MILLIS = 1_000;

    private final FeedTopic topic;
    private final Supplier<FeedRecordMapper> mappers;
    private final StreamHub hub;
    private final BarFollower follower;
    private final StoredState stored;
    private final int memory;

    private FeedRecordMapper mapper;
    private long next = -1;
    private long caughtUpAt;
    private long lookAtNanos;
    private volatile long end;

    /**
     * A reader of the topic.
     *
     * @param mappers one that has seen nothing yet
     * @param memory messages that are held
     */
    FeedReader(
            FeedTopic topic,
            Supplier<FeedRecordMapper> mappers,
            StreamHub hub,
            BarFollower follower,
            StoredState stored,
            int memory) {
        this.topic = topic;
        this.mappers = mappers;
        this.hub = hub;
        this.follower = follower;
        this.stored = stored;
        this.memory = memory;
        this.mapper = mappers.get();
    }

    /** Reads until it is interrupted. */
    @Override
    public void run() {
        boolean told = false;
        while (!Thread.currentThread().isInterrupted()) {
            Consumer<String, String> consumer = topic.open();
            try {
                begin(consumer);
                LOG.info("Reads the feed from message {} on", next);
                told = false;
                read(consumer);
            } catch (InterruptException _) {
                Thread.currentThread().interrupt();
            } catch (KafkaException e) {
                if (!told) {
                    LOG.warn("The feed cannot be read and is looked for again: {}", e.getMessage());
                    told = true;
                }
                topic.makeIfMissing(consumer);
                pause();
            } finally {
                follower.current(false);
                close(consumer);
            }
        }
    }

    /** An interrupted thread could not close it in order. */
    private static void close(Consumer<String, String> consumer) {
        boolean isInterrupted = Thread.interrupted();
        consumer.close(CloseOptions.timeout(GOODBYE));
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Messages that are on the topic and not yet read, as far as it is known. */
    public long lag() {
        return Math.max(0, end - hub.newest() - 1);
    }

    private void begin(Consumer<String, String> consumer) {
        long first = FeedTopic.begin(consumer);
        end = FeedTopic.end(consumer);
        if (next < first || next > end) {
            mapper = mappers.get();
            next = Math.max(first, end - memory);
            hub.begin(next);
        }
        caughtUpAt = end;
        lookAtNanos = System.nanoTime() + LOOK_NANOS;
        consumer.seek(FeedTopic.PARTITION, next);
    }

    private void read(Consumer<String, String> consumer) {
        while (!Thread.currentThread().isInterrupted()) {
            for (ConsumerRecord<String, String> sent : consumer.poll(POLL)) {
                hear(sent);
            }
            next = consumer.position(FeedTopic.PARTITION);
            end = Math.max(end, next);
            if (next >= caughtUpAt) {
                caughtUp();
            }
            look(consumer);
        }
    }

    private void hear(ConsumerRecord<String, String> sent) {
        Optional<StreamMessage> message = mapper.message(sent);
        if (message.isEmpty()) {
            hub.passed(sent.offset());
            return;
        }
        hub.heard(message.get());
        // The last message of a bar: its rows were committed before it was sent.
        if (message.get().subject().kind() == StreamKind.EQUITY) {
            follower.booked(message.get().subject().symbol());
        }
    }

    private void caughtUp() {
        if (hub.isReady()) {
            follower.current(true);
            return;
        }
        try {
            hub.fill(stored.read());
            follower.readAll();
            hub.ready();
        } catch (RuntimeException e) {
            LOG.warn("What is older than the feed cannot be read and is asked for again: {}", e.getMessage());
            pause();
        }
    }

    /** Asks Kafka now and then: a consumer itself says nothing of a broker that is away, or of a topic made anew. */
    private void look(Consumer<String, String> consumer) {
        if (System.nanoTime() - lookAtNanos >= 0) {
            lookAtNanos = System.nanoTime() + LOOK_NANOS;
            end = FeedTopic.end(consumer);
            if (end < next) {
                throw new KafkaException("the topic ends at %d, and %d was read".formatted(end, next));
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
