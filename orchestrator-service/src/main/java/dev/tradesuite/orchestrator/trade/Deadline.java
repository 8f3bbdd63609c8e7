package dev.tradesuite.orchestrator.trade;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When a decision must be there. */
public final class Deadline {

    private static final Deadline NONE = new Deadline(Long.MAX_VALUE, () -> 0);

    private final long atNanos;
    private final LongSupplier nanoTime;

    private Deadline(long atNanos, LongSupplier nanoTime) {
        this.atNanos = atNanos;
        this.nanoTime = nanoTime;
    }

    /** The decision may take its time; the time-outs of the steps hold all the same. */
    public static Deadline none() {
        return NONE;
    }

    /** The decision must be there after this time. */
    public static Deadline in(Duration time) {
        return in(time, System::nanoTime);
    }

    static Deadline in(Duration time, LongSupplier nanoTime) {
        return new Deadline(nanoTime.getAsLong() + time.toNanos(), nanoTime);
    }

    boolean isNone() {
        return this == NONE;
    }

    /** Time left; zero or less when it is over. */
    public Duration left() {
        return Duration.ofNanos(atNanos - nanoTime.getAsLong());
    }

    boolean isOver() {
        return !isNone() && !left().isPositive();
    }
}
