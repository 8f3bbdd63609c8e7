package dev.tradesuite.contracts.signals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and somebody should know of. Also what the feed tells of it, there without {@code read_at}.
 *
 * @param notificationId of the notification, the same as {@code activity_id} of its line
 * @param at when it happened
 * @param topic why it is a notification
 * @param kind what kind of thing
 * @param summary what happened, in a sentence
 * @param accountId account it is about, {@code portfolio-<number>} of a portfolio; absent when it is about none
 * @param symbol instrument it is about; absent when it is about none
 * @param strategy strategy it is about; absent when it is about none
 * @param subject id of the order, cycle or job, or name of the feed or controller; absent without one
 * @param traceId W3C trace id of the request that caused it; absent for scheduled work
 * @param readAt when the caller read it; absent while it is unread
 */
public record NotificationEntry(
        long notificationId,
        Instant at,
        NotificationTopic topic,
        ActivityKind kind,
        String summary,
        @Nullable String accountId,
        @Nullable String symbol,
        @Nullable String strategy,
        @Nullable String subject,
        @Nullable String traceId,
        @Nullable Instant readAt) {}
