package dev.tradesuite.contracts.signals;

/**
 * What was read. {@code POST /api/v1/notifications/{id}/read}
 *
 * @param marked how many were unread before
 * @param unread how many still are
 */
public record ReadNotifications(int marked, int unread) {}
