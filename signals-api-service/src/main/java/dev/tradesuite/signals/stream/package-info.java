/**
 * The feed: what was booked and the prices between bars, to every client of the WebSocket.
 *
 * <p>Read {@link dev.tradesuite.signals.stream.StreamHub} first: it hears the messages in their order, remembers the
 * newest, and gives each client a queue of its own.
 */
@NullMarked
package dev.tradesuite.signals.stream;

import org.jspecify.annotations.NullMarked;
