package dev.tradesuite.portfolio.returns;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The return up to the end of an hour, from the end of the newest hour before it that has one.
 *
 * @param end full hour, UTC
 * @param value at least -1, finite
 */
public record HourlyReturn(Instant end, double value) {

    private static final Duration HOUR = Duration.ofHours(1);

    public HourlyReturn {
        if (!(value >= -1) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "a return is finite and at least -1, was %s at %s".formatted(value, end));
        }
    }

    /** Number of the hour since 1970, by its start. */
    public long hour() {
        return end.minus(HOUR).getEpochSecond() / HOUR.toSeconds();
    }

    /** The UTC day the hour belongs to: that of its start. */
    public LocalDate day() {
        return LocalDate.ofInstant(end.minus(HOUR), ZoneOffset.UTC);
    }
}
