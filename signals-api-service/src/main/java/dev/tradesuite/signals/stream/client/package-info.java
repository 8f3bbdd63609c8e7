/** What the feed asks of other services. */
@NullMarked
package dev.tradesuite.signals.stream.client;

import org.jspecify.annotations.NullMarked;
