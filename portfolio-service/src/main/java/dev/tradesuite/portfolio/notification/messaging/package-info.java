/** Which events become messages of the outgoing webhook. */
@NullMarked
package dev.tradesuite.portfolio.notification.messaging;

import org.jspecify.annotations.NullMarked;
