package dev.tradesuite.brain.candle;

import java.time.Instant;

/** The times a candle can have. Anything beyond is a misread label, and the database and milliseconds end somewhere. */
public final class TimeBounds {

    /** No candle opens before. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** No candle opens at this time or after. */
    public static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private TimeBounds() {}

    /** The moment itself, or the bound it lies beyond. */
    public static Instant clamp(Instant moment) {
        if (moment.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return moment.isAfter(LATEST) ? LATEST : moment;
    }
}
