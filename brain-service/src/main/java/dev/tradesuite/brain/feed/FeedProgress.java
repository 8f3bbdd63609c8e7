package dev.tradesuite.brain.feed;

import java.time.Instant;
import java.util.Optional;

/** How far a feed is with one instrument. */
final class FeedProgress {

    private final FeedPause pause = new FeedPause();
    private Instant readUntil = Instant.MIN;
    private Optional<String> fault = Optional.empty();
    private Optional<String> end = Optional.empty();

    boolean isDue(Instant now) {
        return pause.isOver(now);
    }

    /** The later of a moment and that up to which the source has nothing else. */
    Instant from(Instant afterNewest) {
        return afterNewest.isAfter(readUntil) ? afterNewest : readUntil;
    }

    /** What went wrong since its last good answer. */
    Optional<String> fault() {
        return fault;
    }

    /** Why no further bar comes. */
    Optional<String> end() {
        return end;
    }

    void brought(Optional<Instant> until) {
        fault = Optional.empty();
        end = Optional.empty();
        until.ifPresent(at -> readUntil = at);
        pause.end();
    }

    /** Nothing new, and something may still come: asked again after a pause. */
    void broughtNothing(Instant now) {
        fault = Optional.empty();
        end = Optional.empty();
        pause.begin(now, FeedPause.FIRST);
    }

    void refused(String reason, Instant now) {
        fault = Optional.of(reason);
        pause.begin(now, FeedPause.FIRST);
    }

    void ended(String reason, Instant now) {
        fault = Optional.empty();
        end = Optional.of(reason);
        pause.begin(now, FeedPause.LONGEST);
    }
}
