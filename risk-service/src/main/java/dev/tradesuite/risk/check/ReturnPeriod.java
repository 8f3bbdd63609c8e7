package dev.tradesuite.risk.check;

import java.time.Duration;
import java.time.Instant;

/**
 * What a return is counted over: from one close to the next.
 *
 * @param name of the timeframe, such as {@code D1}
 * @param length from one close to the next
 */
public record ReturnPeriod(String name, Duration length) {

    /**
     * The last end of a period at or before a moment; periods begin at multiples of their length from 1970 on. Nothing
     * closes in between, so both moments see the same closes.
     */
    public Instant lastEndBefore(Instant moment) {
        long millis = length.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(moment.toEpochMilli(), millis) * millis);
    }
}
