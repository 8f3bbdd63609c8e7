package dev.tradesuite.support.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the messages of one instance in their order.
 *
 * <p>A message goes to Kafka as soon as its transaction has committed, without waiting for the answer to the one
 * before. When one cannot be sent, the instance is behind: newer messages stay in the table, and nothing is sent but
 * from there, the oldest first, until nothing is left. Used by one thread, but for {@link #deleteSent} and Kafka's
 * answers.
 */
final class OutboxSender {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    private static final int BATCH = 1_000;

    private final OutboxTable table;
    private final OutboxProducer producer;
    private final Runnable onSent;

    /** Arrived, and still in the table. */
    private final ConcurrentLinkedQueue<UUID> sent = new ConcurrentLinkedQueue<>();

    /** Sent from the table, perhaps before their turn came. */
    private final Set<UUID> caughtUp = new HashSet<>();

    /** Whether something in the table has to be sent before anything newer. */
    private volatile boolean behind;

    /** Whether a message failed since the last look. */
    private volatile boolean failed;

    /** Set when a message was not sent, until one is; so that an outage is logged once. */
    private volatile boolean outage;

    /** Whether Kafka did not know the topic of a message, since somebody asked. */
    private volatile boolean topicMissing;

    /** @param onSent runs after a message has arrived, on a thread of Kafka */
    OutboxSender(OutboxTable table, OutboxProducer producer, Runnable onSent) {
        this.table = table;
        this.producer = producer;
        this.onSent = onSent;
    }

    /** Sends a message whose transaction has committed. */
    void send(OutboxMessage message) {
        if (!behind && !caughtUp.contains(message.id())) {
            handOver(message);
        }
    }

    /** Says that messages of this instance wait in the table that are not on their way. */
    void fallBehind() {
        behind = true;
    }

    boolean isBehind() {
        return behind;
    }

    /** Whether Kafka has not known the topic of a message since this was asked last. */
    boolean missedATopic() {
        boolean missed = topicMissing;
        topicMissing = false;
        return missed;
    }

    /** Sends what waits in the table; gives up at the first message that cannot be sent. */
    void catchUp() {
        // The answers to what is on its way decide what is still to be sent.
        producer.flush();
        deleteSent();
        // One message tells whether Kafka is back; a thousand would each wait for it.
        int most = outage ? 1 : BATCH;
        failed = false;
        List<OutboxMessage> waiting = table.oldest(most);
        while (!waiting.isEmpty()) {
            waiting.forEach(this::handOver);
            waiting.forEach(message -> caughtUp.add(message.id()));
            producer.flush();
            deleteSent();
            if (failed) {
                return;
            }
            waiting = table.oldest(BATCH);
        }
        behind = false;
    }

    /** The turn of every message that was committed before the end of {@link #catchUp} has come. */
    void forgetCaughtUp() {
        caughtUp.clear();
    }

    /** Deletes what has arrived; when that fails, the next time tries again. */
    void deleteSent() {
        List<UUID> ids = new ArrayList<>();
        for (UUID id = sent.poll(); id != null; id = sent.poll()) {
            ids.add(id);
        }
        if (ids.isEmpty()) {
            return;
        }
        try {
            table.delete(ids);
        } catch (RuntimeException e) {
            sent.addAll(ids);
            throw e;
        }
    }

    private void handOver(OutboxMessage message) {
        var _ = producer.send(message).whenComplete((_, failure) -> {
            if (failure == null) {
                arrived(message);
            } else {
                failed(failure);
            }
        });
    }

    private void arrived(OutboxMessage message) {
        if (outage) {
            outage = false;
            LOG.info("Kafka takes messages again");
        }
        sent.add(message.id());
        onSent.run();
    }

    private void failed(Throwable failure) {
        failed = true;
        behind = true;
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        topicMissing |= cause instanceof UnknownTopicOrPartitionException
                || String.valueOf(cause.getMessage()).contains("not present in metadata");
        if (!outage) {
            outage = true;
            LOG.warn("Kafka takes no messages; they wait in the outbox: {}", cause.getMessage());
        }
    }
}
