package dev.tradesuite.portfolio.notification;

import java.util.UUID;

/**
 * A message of the outgoing webhook.
 *
 * @param id the same however often it is sent
 * @param type what it tells, such as {@code lifecycle}
 * @param body as JSON
 * @param attempts so far, the one under way included
 */
public record Notification(UUID id, String type, String body, int attempts) {}
