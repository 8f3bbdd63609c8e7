package dev.tradesuite.contracts.signals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notifications of the caller, the newest first. {@code GET /api/v1/notifications}
 *
 * @param notifications of this page
 * @param unread how many the caller has not read, those of other pages included
 * @param thresholds what makes something a notification
 * @param nextCursor what asks for the next page; absent on the last
 */
public record NotificationPage(
        List<NotificationEntry> notifications,
        int unread,
        NotificationThresholds thresholds,
        @Nullable String nextCursor) {

    public NotificationPage {
        notifications = List.copyOf(notifications);
    }
}
