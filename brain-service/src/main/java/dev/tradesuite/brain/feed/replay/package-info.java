/**
 * Recorded bars, played again as if they were of now.
 *
 * <p>Read {@link dev.tradesuite.brain.feed.replay.ReplayFeed} first.
 */
@NullMarked
package dev.tradesuite.brain.feed.replay;

import org.jspecify.annotations.NullMarked;
