package dev.tradesuite.signals.performance;

import dev.tradesuite.contracts.signals.ComparisonPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The period that is looked at. A trade, a point or a signal is of it when its moment is after the start and not after
 * the end: a moment that ends a stretch belongs to it, as the close of a bar does to the bar.
 *
 * @param start the period begins with the equity of this moment; empty for the start of each account
 * @param end close of the newest bar, or the end of an imported record
 */
public record PerformanceWindow(Optional<Instant> start, Instant end) {

    /** The period that ends with a bar. */
    static PerformanceWindow of(ComparisonPeriod period, Instant end) {
        return new PerformanceWindow(length(period).map(end::minus), end);
    }

    private static Optional<Duration> length(ComparisonPeriod period) {
        return switch (period) {
            case DAY -> Optional.of(Duration.ofDays(1));
            case WEEK -> Optional.of(Duration.ofDays(7));
            case MONTH -> Optional.of(Duration.ofDays(30));
            case ALL -> Optional.empty();
        };
    }
}
