package dev.tradesuite.contracts.signals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * News for some clients of the feed, as the event {@code feed.notice} on {@code signals.feed}.
 *
 * @param reach whom it may reach
 * @param owner of the books it is about, when they have one: a subject, or {@code group:<name>}
 * @param owners of the books it is about, when these have different ones: it reaches who is all of them. With neither
 *     it is for administrators alone, unless it reaches all readers
 * @param message what clients get
 */
public record FeedNotice(FeedReach reach, @Nullable String owner, @Nullable List<String> owners, FeedNews message) {

    public FeedNotice {
        owners = owners == null ? null : List.copyOf(owners);
    }
}
