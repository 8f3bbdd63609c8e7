package dev.tradesuite.support.event;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;

/**
 * Brings committed messages to Kafka.
 *
 * <p>Spring Modulith's publication registry stores a message in the business transaction and keeps its state: waiting,
 * failed, resubmitted; a completed one is deleted. This class is the way to Kafka, in place of Modulith's own, which
 * sends from a pool of threads and would lose the order. One thread hands messages to the producer in the order the
 * transactions committed, and does not wait for Kafka's answers; a second thread keeps the books. Neither is the
 * caller's.
 *
 * <p>When a message cannot be sent, those after it are not tried: all stay in the table, and every
 * {@code suite.outbox.retry} the oldest is tried until Kafka is back. Messages found in the table at start, left there
 * by a crash, are sent like failed ones.
 */
final class Outbox implements SmartLifecycle {

    static final String LISTENER = "outbox";

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final PublicationTargetIdentifier TARGET = PublicationTargetIdentifier.of(LISTENER);
    private static final int BATCH = 1_000;

    /** In how many retry intervals leftovers are looked for. */
    private static final int STALE_CHECK_EVERY = 15;

    private final KafkaTemplate<Object, Object> kafka;
    private final EventPublicationRegistry registry;
    private final LazyRepository repository;
    private final FailedEventPublications failed;
    private final OutboxSettings settings;
    private final Clock clock;

    private volatile @Nullable ExecutorService sender;
    private volatile @Nullable ScheduledExecutorService books;

    /** Set when a message was not sent, until the next attempt. */
    private volatile boolean kafkaAway;

    /** Set when a message was not sent, until one is; so that an outage is logged once. */
    private volatile boolean outage;

    /** Whether what was sent is about to be deleted. */
    private final AtomicBoolean flushing = new AtomicBoolean();

    private int ticks;

    Outbox(
            KafkaTemplate<Object, Object> kafka,
            EventPublicationRegistry registry,
            LazyRepository repository,
            FailedEventPublications failed,
            OutboxSettings settings,
            Clock clock) {
        this.kafka = kafka;
        this.registry = registry;
        this.repository = repository;
        this.failed = failed;
        this.settings = settings;
        this.clock = clock;
    }

    /** Queues a committed message. Returns at once and never fails: the message is safe in the table. */
    void dispatch(OutboxMessage message) {
        ExecutorService running = sender;
        if (running != null) {
            try {
                running.execute(() -> send(message));
            } catch (RejectedExecutionException _) {
                LOG.debug("Stopping; a message waits in the outbox for the next start");
            }
        }
    }

    /** Lets go of a message whose transaction was rolled back. */
    void forget(OutboxMessage message) {
        keepBooks(() -> registry.markFailed(message, TARGET));
    }

    @Override
    public void start() {
        Instant started = clock.instant();
        flushing.set(false);
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("outbox-books").factory());
        sender = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("outbox-sender").factory());
        books = scheduler;
        long every = settings.retry().toMillis();
        scheduler.execute(quietly(() -> markStale(Duration.between(started, clock.instant()))));
        var _ = scheduler.scheduleWithFixedDelay(quietly(this::tick), 0, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        ExecutorService sending = sender;
        ScheduledExecutorService keeping = books;
        sender = null;
        books = null;
        end(sending);
        if (sending != null && !kafkaAway) {
            kafka.flush();
        }
        end(keeping);
        quietly(this::flush).run();
    }

    /** Stopped after the web server, so that the events of its last requests still leave. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }

    @Override
    public boolean isRunning() {
        return sender != null;
    }

    private void send(OutboxMessage message) {
        if (kafkaAway) {
            keepBooks(() -> registry.markFailed(message, TARGET));
            return;
        }
        try {
            var _ = kafka.send(record(message)).whenComplete((_, failure) -> {
                if (failure == null) {
                    sent(message);
                } else {
                    notSent(message, failure);
                }
            });
        } catch (RuntimeException e) {
            notSent(message, e);
        }
    }

    private static ProducerRecord<Object, Object> record(OutboxMessage message) {
        ProducerRecord<Object, Object> kafkaRecord =
                new ProducerRecord<>(message.topic(), message.key(), message.value());
        if (message.traceparent() != null) {
            kafkaRecord.headers().add(Traces.TRACEPARENT, message.traceparent().getBytes(StandardCharsets.US_ASCII));
        }
        return kafkaRecord;
    }

    private void sent(OutboxMessage message) {
        if (outage) {
            outage = false;
            LOG.info("Kafka takes messages again");
        }
        keepBooks(() -> registry.markCompleted(message, TARGET));
        if (!flushing.getAndSet(true)) {
            keepBooksLater(this::flush);
        }
    }

    private void flush() {
        flushing.set(false);
        repository.flush();
    }

    private void notSent(OutboxMessage message, Throwable failure) {
        kafkaAway = true;
        if (!outage) {
            outage = true;
            LOG.warn(
                    "Kafka takes no messages; they wait in the outbox: {}",
                    NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        }
        keepBooks(() -> registry.markFailed(message, TARGET));
    }

    private void tick() {
        repository.flush();
        boolean wasAway = kafkaAway;
        kafkaAway = false;
        failed.resubmit(ResubmissionOptions.defaults().withBatchSize(wasAway ? 1 : BATCH));
        if (++ticks % STALE_CHECK_EVERY == 0) {
            markStale(settings.staleAfter());
        }
    }

    /** Treats what has been waiting for so long as failed, so that it is sent again. */
    private void markStale(Duration age) {
        registry.markStalePublicationsFailed(_ -> age);
    }

    private void keepBooks(Runnable entry) {
        ScheduledExecutorService running = books;
        if (running != null) {
            try {
                running.execute(quietly(entry));
            } catch (RejectedExecutionException _) {
                LOG.debug("Stopping; the state of a message is found out at the next start");
            }
        }
    }

    private void keepBooksLater(Runnable entry) {
        ScheduledExecutorService running = books;
        if (running != null) {
            try {
                var _ = running.schedule(
                        quietly(entry), settings.completeWithin().toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException _) {
                LOG.debug("Stopping; what was sent is deleted at the end");
            }
        }
    }

    /** A failing entry must not end the schedule; what it was about is found again as stale. */
    private static Runnable quietly(Runnable entry) {
        return () -> {
            try {
                entry.run();
            } catch (RuntimeException e) {
                LOG.warn("The outbox could not be updated: {}", e.getMessage());
            }
        };
    }

    private void end(@Nullable ExecutorService executor) {
        if (executor == null) {
            return;
        }
        executor.shutdown();
        try {
            if (!executor.awaitTermination(settings.stopWithin().toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException _) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
