package dev.tradesuite.quant.performance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How long the stretches are whose returns a statistic looks at. */
public enum ReturnInterval {
    HOURLY,
    DAILY;

    /**
     * End of the stretch a moment belongs to. An equity point that falls on an end, such as the close of a candle on
     * the full hour, is the last of the stretch that ends there, not the first of the next one.
     */
    Instant endOf(Instant moment, DayEnd dayEnd) {
        return switch (this) {
            case HOURLY -> moment.minusMillis(1).truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            case DAILY -> dayEnd.of(moment);
        };
    }
}
