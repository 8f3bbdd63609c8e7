/** Reads the topic of the feed, and writes its messages as clients get them. */
@NullMarked
package dev.tradesuite.signals.stream.messaging;

import org.jspecify.annotations.NullMarked;
