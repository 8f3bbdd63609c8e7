package dev.tradesuite.signals.equity;

import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from points after it count
 * @param to the last moment that counts
 */
public record CurveWindow(Instant from, Instant to) {}
