package dev.tradesuite.support.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Something one of the instances does again and again.
 *
 * @param name of its row, unique in the table
 * @param next when it is done for the first time on a new table
 * @param work does it, and says when it is due again
 * @param retry how long after an attempt that failed, or whose instance died
 */
public record SharedTask(String name, Supplier<Instant> next, Supplier<Instant> work, Duration retry) {

    /** One that is done so long after it was done. */
    public static SharedTask every(String name, Duration delay, Runnable work, Clock clock) {
        Supplier<Instant> next = () -> clock.instant().plus(delay);
        return new SharedTask(
                name,
                next,
                () -> {
                    work.run();
                    return next.get();
                },
                delay);
    }
}
