package dev.tradesuite.contracts.signals;

import java.util.List;

/**
 * What makes something a notification, as it is set.
 *
 * @param topics that are told of; what happens of others is an activity alone
 * @param limitUsePercent how much of a limit an account has used when it is near it
 * @param feedBarsMissing how many bars a feed misses when it is late
 * @param notifyWithinMinutes how long after it happened something is a notification; learnt of later it is an activity
 *     alone
 * @param keptDays how long activities and notifications are kept
 */
public record NotificationThresholds(
        List<NotificationTopic> topics,
        double limitUsePercent,
        int feedBarsMissing,
        long notifyWithinMinutes,
        long keptDays) {

    public NotificationThresholds {
        topics = List.copyOf(topics);
    }
}
