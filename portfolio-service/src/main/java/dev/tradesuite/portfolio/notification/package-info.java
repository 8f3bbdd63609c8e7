/**
 * Tells an address outside of what happens to strategies and accounts: the outgoing webhook.
 *
 * <p>Read {@link dev.tradesuite.portfolio.notification.NotificationService}.
 */
@NullMarked
package dev.tradesuite.portfolio.notification;

import org.jspecify.annotations.NullMarked;
