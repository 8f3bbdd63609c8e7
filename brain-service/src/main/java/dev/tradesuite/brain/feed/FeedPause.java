package dev.tradesuite.brain.feed;

import java.time.Duration;
import java.time.Instant;

/** A pause after a failure, doubled with each one up to five minutes. */
final class FeedPause {

    static final Duration FIRST = Duration.ofSeconds(5);
    static final Duration LONGEST = Duration.ofMinutes(5);

    private Duration next = FIRST;
    private Instant until = Instant.MIN;

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    /** Begins the next pause, which is at least this long. */
    void begin(Instant now, Duration atLeast) {
        until = now.plus(next.compareTo(atLeast) > 0 ? next : atLeast);
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    /** Ends it: the next one is the first again. */
    void end() {
        next = FIRST;
        until = Instant.MIN;
    }
}
