/** Keeps messages of the outgoing webhook until they are delivered. */
@NullMarked
package dev.tradesuite.portfolio.notification.store;

import org.jspecify.annotations.NullMarked;
