package dev.tradesuite.contracts.signals;

import org.jspecify.annotations.Nullable;

/**
 * News for some clients of the feed, as the event {@code feed.notice} on {@code signals.feed}.
 *
 * @param reach whom it may reach
 * @param owner of the books it is about: a subject, or {@code group:<name>}; absent: administrators alone, unless it
 *     reaches all readers
 * @param message what clients get
 */
public record FeedNotice(FeedReach reach, @Nullable String owner, FeedNews message) {}
