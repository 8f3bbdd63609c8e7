package dev.tradesuite.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. Safe to read from many threads. */
public final class FixedClock extends Clock {

    private volatile Instant now;

    private FixedClock(Instant now) {
        this.now = now;
    }

    /**
     * A clock that shows the time.
     *
     * @param time such as {@code 2026-01-05T10:00:00Z}
     */
    public static FixedClock at(String time) {
        return new FixedClock(Instant.parse(time));
    }

    /** Moves the clock on. */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    /** Moves the clock to the time. */
    public synchronized void set(Instant time) {
        now = time;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
