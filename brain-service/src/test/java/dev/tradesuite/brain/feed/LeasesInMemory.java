package dev.tradesuite.brain.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Leases that this instance has until they are taken away, and what it said of its feeds. */
public final class LeasesInMemory implements FeedLeases {

    private final Map<String, FeedReport> reports = new HashMap<>();
    private boolean isMine = true;

    /** What was said last of a feed. */
    public FeedReport of(String feed) {
        return Optional.ofNullable(reports.get(feed)).orElseThrow();
    }

    /** Another instance has them from now on. */
    public void takeAway() {
        isMine = false;
    }

    @Override
    public boolean hold(String feed, Duration length) {
        return isMine;
    }

    @Override
    public void release(String feed) {
        isMine = false;
    }

    @Override
    public void report(String feed, FeedReport report) {
        reports.put(feed, report);
    }

    @Override
    public Map<String, FeedReport> reports() {
        return reports;
    }
}
