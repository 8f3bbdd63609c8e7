package dev.tradesuite.portfolio.following;

import java.time.Duration;

/** Measures following. */
public interface FollowingMeter {

    /** Counts an order, and the time from the close of the bar to its answer. */
    void ordered(Duration sinceBar);
}
