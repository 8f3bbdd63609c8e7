/** Publishes prices between bars. */
@NullMarked
package dev.tradesuite.brain.feed.messaging;

import org.jspecify.annotations.NullMarked;
