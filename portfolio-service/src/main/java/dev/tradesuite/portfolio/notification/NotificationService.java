package dev.tradesuite.portfolio.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Delivers messages, each at least once under the same id: a crash after it was sent and before that is noted sends it
 * again. A row is claimed before it is sent, so of several instances one sends it.
 */
public final class NotificationService {

    private static final int MOST_DOUBLINGS = 20;

    private final NotificationStore store;
    private final NotificationSender sender;
    private final Patience patience;
    private final Clock clock;

    /**
     * How often it is tried.
     *
     * @param attempts after so many a message is given up
     * @param firstRetry wait before the second; each wait is twice the one before
     * @param longestRetry no wait is longer
     * @param lease longer than sending takes
     */
    public record Patience(int attempts, Duration firstRetry, Duration longestRetry, Duration lease) {

        Duration wait(int attempts) {
            Duration wait = firstRetry.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
            return wait.compareTo(longestRetry) < 0 ? wait : longestRetry;
        }
    }

    public NotificationService(NotificationStore store, NotificationSender sender, Patience patience, Clock clock) {
        this.store = store;
        this.sender = sender;
        this.patience = patience;
        this.clock = clock;
    }

    /** Sends everything that is due; how much was delivered. */
    public int sendDue() {
        int delivered = 0;
        Optional<Notification> next = claim();
        while (next.isPresent()) {
            delivered += send(next.get()) ? 1 : 0;
            next = claim();
        }
        return delivered;
    }

    private Optional<Notification> claim() {
        Instant now = clock.instant();
        return store.claim(now, now.plus(patience.lease()));
    }

    private boolean send(Notification notification) {
        Optional<String> failure = sender.send(notification, clock.instant());
        Instant now = clock.instant();
        if (failure.isEmpty()) {
            store.delivered(notification.id(), now);
        } else if (notification.attempts() >= patience.attempts()) {
            store.giveUp(notification.id(), now, failure.get());
        } else {
            store.retry(notification.id(), now.plus(patience.wait(notification.attempts())), failure.get());
        }
        return failure.isEmpty();
    }
}
