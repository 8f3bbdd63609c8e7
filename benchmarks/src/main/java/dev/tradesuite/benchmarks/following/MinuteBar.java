package dev.tradesuite.benchmarks.following;

import java.time.Duration;
import java.time.Instant;

/** A bar of a minute, by its symbol and its close. */
record MinuteBar(String symbol, Instant close) {

    static final Duration LENGTH = Duration.ofMinutes(1);

    static MinuteBar thatOpened(String symbol, Instant open) {
        return new MinuteBar(symbol, open.plus(LENGTH));
    }
}
