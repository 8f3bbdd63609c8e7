package dev.tradesuite.quant.performance;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Equity curves for tests. */
final class Curves {

    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private Curves() {}

    /** Points at equal distances, the first at the start. */
    static EquityCurve every(Duration step, double... equity) {
        return from(START, step, equity);
    }

    static EquityCurve from(Instant start, Duration step, double... equity) {
        long[] times = new long[equity.length];
        Arrays.setAll(times, i -> start.plus(step.multipliedBy(i)).toEpochMilli());
        return EquityCurve.of(times, equity);
    }

    static EquityCurve daily(double... equity) {
        return every(Duration.ofDays(1), equity);
    }
}
