package dev.tradesuite.contracts.signals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened. Also what the feed tells of it.
 *
 * @param activityId of the line
 * @param at when it happened
 * @param kind what kind of thing
 * @param event type of the event that told of it, such as {@code order.filled}
 * @param summary what happened, in a sentence
 * @param accountId account it is about, {@code portfolio-<number>} of a portfolio; absent when it is about none
 * @param symbol instrument it is about; absent when it is about none
 * @param strategy strategy it is about; absent when it is about none
 * @param subject id of the decision, order, stop, cycle, approval, rebalancing, rotation or job, or name of the feed or
 *     controller; absent without one
 * @param traceId W3C trace id of the request that caused it; absent for scheduled work
 * @param notification why it is a notification as well; absent when it is none
 */
public record ActivityEntry(
        long activityId,
        Instant at,
        ActivityKind kind,
        String event,
        String summary,
        @Nullable String accountId,
        @Nullable String symbol,
        @Nullable String strategy,
        @Nullable String subject,
        @Nullable String traceId,
        @Nullable NotificationTopic notification) {}
