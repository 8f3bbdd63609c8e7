/** Tickets in the table {@code stream_ticket}. */
@NullMarked
package dev.tradesuite.signals.stream.store;

import org.jspecify.annotations.NullMarked;
