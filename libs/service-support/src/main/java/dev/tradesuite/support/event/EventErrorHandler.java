package dev.tradesuite.support.event;

import dev.tradesuite.contracts.event.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;

/**
 * Goes on past what the disk of Kafka has spoilt.
 *
 * <p>A batch whose checksum is wrong has no messages that could be handled or set aside, and the consumer would stand
 * before it for ever. Its offsets are passed over one by one, each with an entry in the dead letters, until one can be
 * read again.
 */
final class EventErrorHandler extends DefaultErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(EventErrorHandler.class);

    /** Kafka's client names the partition in the text alone, with the advice to seek past the record. */
    private static final Pattern UNREADABLE =
            Pattern.compile("next record from (.+)-(\\d+)\\. If needed, please seek past");

    private final KafkaTemplate<Object, Object> kafka;

    EventErrorHandler(ConsumerRecordRecoverer recoverer, BackOff backOff, KafkaTemplate<Object, Object> kafka) {
        super(recoverer, backOff);
        this.kafka = kafka;
    }

    @Override
    public void handleOtherException(
            Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        Optional<TopicPartition> spoilt = unreadable(failure).filter(consumer.assignment()::contains);
        if (spoilt.isEmpty()) {
            super.handleOtherException(failure, consumer, container, batchListener);
            return;
        }
        long offset = consumer.position(spoilt.get());
        String reason = "offset %d of %s cannot be read from the disk of Kafka and is passed over"
                .formatted(offset, spoilt.get());
        LOG.error("{}", reason, failure.getCause());
        ProducerRecord<Object, Object> trace =
                new ProducerRecord<>(spoilt.get().topic() + Topics.DEAD_LETTER_SUFFIX, null, null);
        trace.headers().add(DeadLetters.REASON, reason.getBytes(StandardCharsets.UTF_8));
        var _ = kafka.send(trace);
        consumer.seek(spoilt.get(), offset + 1);
    }

    private static Optional<TopicPartition> unreadable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Matcher found = UNREADABLE.matcher(String.valueOf(cause.getMessage()));
            if (found.find()) {
                return Optional.of(new TopicPartition(found.group(1), Integer.parseInt(found.group(2))));
            }
        }
        return Optional.empty();
    }
}
