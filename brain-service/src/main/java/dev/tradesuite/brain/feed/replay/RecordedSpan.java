package dev.tradesuite.brain.feed.replay;

import java.time.Instant;

/**
 * From the first to the last bar of a symbol in a file, as recorded.
 *
 * @param firstOpen open time of the first
 * @param lastOpen open time of the last
 */
record RecordedSpan(Instant firstOpen, Instant lastOpen) {}
