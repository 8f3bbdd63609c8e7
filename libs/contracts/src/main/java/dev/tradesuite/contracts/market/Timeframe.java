package dev.tradesuite.contracts.market;

import java.time.Duration;

/**
 * Length of a candle. Candles open at multiples of it from 00:00 UTC; those of H1, H4 and D1 may open at another
 * quarter of an hour, because brokers and exchanges begin their day at different times.
 */
public enum Timeframe {
    M1(Duration.ofMinutes(1)),
    M5(Duration.ofMinutes(5)),
    M15(Duration.ofMinutes(15)),
    M30(Duration.ofMinutes(30)),
    H1(Duration.ofHours(1)),
    H4(Duration.ofHours(4)),
    D1(Duration.ofDays(1));

    private final Duration length;

    Timeframe(Duration length) {
        this.length = length;
    }

    /** Time from the open of a candle to its close. */
    public Duration length() {
        return length;
    }
}
