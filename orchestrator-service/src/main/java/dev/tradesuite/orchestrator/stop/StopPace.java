package dev.tradesuite.orchestrator.stop;

import java.time.Duration;

/**
 * How long a stop is held, and how long it waits.
 *
 * @param lease how long it is held while nothing moves
 * @param pause first wait; it doubles with each one
 * @param longest and grows no longer than this
 */
record StopPace(Duration lease, Duration pause, Duration longest) {

    private static final int MOST_DOUBLINGS = 16;

    StopPace {
        if (!pause.isPositive()) {
            throw new IllegalArgumentException("suite.orchestrator.stops.pause must be longer than nothing");
        }
    }

    /** The wait after so many in a row. */
    Duration after(int attempts) {
        Duration wait = pause.multipliedBy(1L << Math.clamp(attempts - 1, 0, MOST_DOUBLINGS));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
