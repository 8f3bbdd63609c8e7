package dev.tradesuite.portfolio.notification;

import java.time.Instant;
import java.util.Optional;

/** Sends messages to the address outside. */
@FunctionalInterface
public interface NotificationSender {

    /** Sends a message; or why it was not taken. Ends within the time-out, whatever the other side does. */
    Optional<String> send(Notification notification, Instant now);
}
