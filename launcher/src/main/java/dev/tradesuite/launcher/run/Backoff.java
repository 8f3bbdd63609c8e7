package dev.tradesuite.launcher.run;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait before a part is started again: each time twice as long; after five times never, or, for a part that
 * is never given up, as long as the fifth time.
 *
 * <p>A part that stayed up for a minute begins at the first wait again. Not safe for use by several threads.
 */
final class Backoff {

    private static final int MOST_ATTEMPTS = 5;
    private static final Duration STABLE = Duration.ofMinutes(1);

    private final Duration first;
    private final boolean forever;
    private int attempts;

    /** @param forever whether there is always another attempt */
    Backoff(Duration first, boolean forever) {
        this.first = first;
        this.forever = forever;
    }

    /**
     * The time to wait before the next attempt, or nothing when it is time to give up.
     *
     * @param up how long the part was up since the last attempt
     */
    Optional<Duration> next(Duration up) {
        if (up.compareTo(STABLE) >= 0) {
            attempts = 0;
        }
        if (attempts >= MOST_ATTEMPTS) {
            return forever ? Optional.of(first.multipliedBy(1L << (MOST_ATTEMPTS - 1))) : Optional.empty();
        }
        return Optional.of(first.multipliedBy(1L << attempts++));
    }
}
