package dev.tradesuite.support.event;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings committed messages to Kafka, on threads of its own.
 *
 * <p>A message is stored in the business transaction and deleted once Kafka has it. One thread hands messages over in
 * the order the transactions committed, see {@link OutboxSender}; a second one deletes what has arrived, says that this
 * instance lives, and looks for messages of instances that do not live any more: it takes them over, and never touches
 * those of another one that is at work.
 */
final class Outbox implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** In how many retry intervals messages are looked for that nobody was told of. */
    private static final int STALE_CHECK_EVERY = 15;

    /** In how many retry intervals topics are made that Kafka has not got. */
    private static final int TOPIC_CHECK_EVERY = 5;

    private final OutboxTable table;
    private final OutboxProducer producer;
    private final OutboxSender sender;
    private final Heartbeat heartbeat;
    private final OutboxSettings settings;

    private volatile @Nullable ExecutorService sending;
    private volatile @Nullable ScheduledExecutorService books;

    /** Whether what was sent is about to be deleted. */
    private final AtomicBoolean deleting = new AtomicBoolean();

    /** Whether the sending thread is about to catch up. */
    private final AtomicBoolean catchingUp = new AtomicBoolean();

    /** Makes the topics of this service that Kafka has not got. */
    private final Runnable topics;

    private int ticks;

    /** @param topics makes the topics of this service that Kafka has not got; does nothing where there is no Kafka */
    Outbox(OutboxTable table, OutboxProducer producer, Runnable topics, OutboxSettings settings) {
        this.topics = topics;
        this.table = table;
        this.producer = producer;
        this.sender = new OutboxSender(table, producer, this::deleteSoon);
        this.heartbeat = new Heartbeat(table, settings.deadAfter(), System::nanoTime);
        this.settings = settings;
    }

    /** Queues a committed message. Returns at once and never fails: the message is safe in the table. */
    void dispatch(OutboxMessage message) {
        inOrder(() -> sender.send(message));
    }

    @Override
    public void start() {
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("outbox-books").factory());
        sending = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("outbox-sender").factory());
        books = scheduler;
        // Before anything is published, so that no other instance takes this one for gone.
        quietly(this::beat).run();
        var _ = scheduler.scheduleWithFixedDelay(
                quietly(this::tick), 0, settings.retry().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        ExecutorService running = sending;
        ScheduledExecutorService keeping = books;
        sending = null;
        books = null;
        end(running);
        if (running != null && !sender.isBehind()) {
            producer.flush();
        }
        end(keeping);
        quietly(sender::deleteSent).run();
        quietly(table::leave).run();
    }

    /** Stopped after the web server, so that the events of its last requests still leave. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }

    @Override
    public boolean isRunning() {
        return sending != null;
    }

    private void tick() {
        sender.deleteSent();
        beat();
        if (++ticks % TOPIC_CHECK_EVERY == 0 && sender.missedATopic()) {
            // The service began without Kafka, or Kafka has lost its log.
            topics.run();
        }
        if (ticks % STALE_CHECK_EVERY == 0 && table.hasOlderThan(settings.staleAfter())) {
            sender.fallBehind();
        }
        if (sender.isBehind() && !catchingUp.getAndSet(true)) {
            inOrder(quietly(this::catchUp));
        }
    }

    private void beat() {
        if (heartbeat.beat()) {
            sender.fallBehind();
        }
    }

    private void catchUp() {
        try {
            sender.catchUp();
        } finally {
            catchingUp.set(false);
            // After the messages that were queued meanwhile.
            inOrder(sender::forgetCaughtUp);
        }
    }

    private void inOrder(Runnable step) {
        ExecutorService running = sending;
        if (running != null) {
            try {
                running.execute(step);
            } catch (RejectedExecutionException _) {
                LOG.debug("Stopping; a message waits in the outbox for the next start");
            }
        }
    }

    private void deleteSoon() {
        ScheduledExecutorService running = books;
        if (running != null && !deleting.getAndSet(true)) {
            try {
                var _ = running.schedule(
                        quietly(() -> {
                            deleting.set(false);
                            sender.deleteSent();
                        }),
                        settings.completeWithin().toMillis(),
                        TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException _) {
                LOG.debug("Stopping; what was sent is deleted at the end");
            }
        }
    }

    /** A failing step must not end the schedule; the next one tries again. */
    private static Runnable quietly(Runnable step) {
        return () -> {
            try {
                step.run();
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
