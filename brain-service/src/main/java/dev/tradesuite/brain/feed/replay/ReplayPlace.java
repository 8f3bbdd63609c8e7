package dev.tradesuite.brain.feed.replay;

import java.time.Duration;
import java.time.Instant;

/**
 * By how much a file is moved forward.
 *
 * @param firstOpen open time of the first bar of the file, as recorded
 * @param weeks whole weeks, so that days of the week stay what they are
 */
public record ReplayPlace(Instant firstOpen, int weeks) {

    private static final Duration WEEK = Duration.ofDays(7);

    public ReplayPlace {
        if (weeks < 0) {
            throw new IllegalArgumentException("weeks must not be negative, was " + weeks);
        }
    }

    /**
     * The place of a file that begins to be played: so many weeks forward that {@code history} of it, and less than a
     * week more, is past, and the rest is to come. A file that is no longer than that is moved to where its last bar is
     * still to come, so that up to a week of it is played.
     *
     * @param firstOpen open time of the first bar
     * @param lastClose close of the last bar
     */
    static ReplayPlace of(Instant firstOpen, Instant lastClose, Duration history, Instant now) {
        long byHistory =
                Math.floorDiv(Duration.between(firstOpen, now.minus(history)).toMillis(), WEEK.toMillis());
        long byEnd = Math.floorDiv(Duration.between(lastClose, now).toMillis(), WEEK.toMillis()) + 1;
        return new ReplayPlace(firstOpen, Math.toIntExact(Math.max(0, Math.max(byHistory, byEnd))));
    }

    /** How far forward. */
    Duration shift() {
        return WEEK.multipliedBy(weeks);
    }
}
