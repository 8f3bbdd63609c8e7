package dev.tradesuite.portfolio.notification.messaging;

import dev.tradesuite.portfolio.notification.NotificationService;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Delivers messages while the service runs. */
public final class NotificationLife implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationLife.class);

    private final NotificationService notifications;
    private final Duration poll;
    private volatile @Nullable ScheduledExecutorService running;

    /** @param poll how often it looks for messages that are due */
    public NotificationLife(NotificationService notifications, Duration poll) {
        this.notifications = notifications;
        this.poll = poll;
    }

    @Override
    public void start() {
        ScheduledExecutorService starting = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("notifications").factory());
        var _ = starting.scheduleWithFixedDelay(this::send, 0, poll.toMillis(), TimeUnit.MILLISECONDS);
        running = starting;
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopping = running;
        running = null;
        if (stopping != null) {
            stopping.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private void send() {
        try {
            var _ = notifications.sendDue();
        } catch (RuntimeException e) {
            LOG.warn("Messages of the outgoing webhook cannot be sent and are tried again: {}", e.getMessage());
        }
    }
}
