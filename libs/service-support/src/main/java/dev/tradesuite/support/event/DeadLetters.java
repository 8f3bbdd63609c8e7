package dev.tradesuite.support.event;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.support.store.DatabaseFailure;
import dev.tradesuite.support.store.DatabaseRoom;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.core.JacksonException;

/**
 * What happens to an event whose handler fails: it is tried again a few times, then goes to {@code <topic>.dlt} with
 * the reason, and the consumer goes on.
 *
 * <p>When the database is away no event is at fault; then the consumer waits instead.
 */
final class DeadLetters {

    /** Header with the message of the root cause. */
    static final String REASON = "dlt-reason";

    private DeadLetters() {}

    static DefaultErrorHandler errorHandler(
            KafkaTemplate<Object, Object> kafka, ConsumerSettings settings, DatabaseRoom room) {
        DeadLetterPublishingRecoverer recoverer = new DeadLetterPublishingRecoverer(
                kafka, (message, _) -> new TopicPartition(message.topic() + Topics.DEAD_LETTER_SUFFIX, -1));
        recoverer.excludeHeader(DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd.EX_STACKTRACE);
        recoverer.addHeadersFunction(DeadLetters::reason);
        DefaultErrorHandler handler = new EventErrorHandler(recoverer, bounded(settings), kafka);
        // Reading the same bytes again does not make them fit.
        handler.addNotRetryableExceptions(JacksonException.class, IllegalArgumentException.class);
        handler.setBackOffFunction((_, failure) -> {
            room.failed(failure);
            return databaseAway(failure) ? unbounded(settings) : null;
        });
        return handler;
    }

    private static BackOff bounded(ConsumerSettings settings) {
        ExponentialBackOff backOff = unbounded(settings);
        backOff.setMaxAttempts(settings.retries());
        return backOff;
    }

    private static ExponentialBackOff unbounded(ConsumerSettings settings) {
        ExponentialBackOff backOff =
                new ExponentialBackOff(settings.firstRetry().toMillis(), 2.0);
        backOff.setMaxInterval(settings.longestRetry().toMillis());
        return backOff;
    }

    private static boolean databaseAway(Throwable failure) {
        if (DatabaseFailure.of(failure).isPresent()) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof NonTransientDataAccessResourceException) {
                return true;
            }
        }
        return false;
    }

    private static Headers reason(ConsumerRecord<?, ?> message, Exception failure) {
        String reason = String.valueOf(
                NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        return new RecordHeaders().add(REASON, reason.getBytes(StandardCharsets.UTF_8));
    }
}
