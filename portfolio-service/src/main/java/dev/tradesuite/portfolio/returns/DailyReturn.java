package dev.tradesuite.portfolio.returns;

import java.time.LocalDate;

/**
 * The return of one UTC day.
 *
 * @param value as a fraction of the equity at the end of the day before; at least -1, finite
 */
public record DailyReturn(LocalDate day, double value) {

    public DailyReturn {
        if (!(value >= -1) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "a return is finite and at least -1, was %s on %s".formatted(value, day));
        }
    }
}
