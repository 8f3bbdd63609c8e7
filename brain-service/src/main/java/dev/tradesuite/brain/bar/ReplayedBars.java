package dev.tradesuite.brain.bar;

import java.time.Instant;

/**
 * Which bars of a series are judged again.
 *
 * @param from those that open at or after it
 * @param to those that open before it
 * @param limit at most so many, the oldest
 */
public record ReplayedBars(Instant from, Instant to, long limit) {}
