package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Duration;
import java.time.Instant;

/**
 * Where candles stand on the time axis.
 *
 * <p>A slot is a stretch of a timeframe's length that starts at a multiple of it from 1970-01-01T00:00Z. A candle
 * stands in the slot that holds its last instant. Below one hour a candle opens where its slot starts. Brokers and
 * exchanges begin the day, and with it the longer candles, at times of their own: an hour of trading that began at half
 * past opens at half past. Such a candle opens at any quarter of an hour, and its slot is the day or hour in which it
 * closes. Two candles of a symbol and timeframe never overlap.
 */
public final class Slots {

    private static final long HOUR = 3_600_000;
    private static final long QUARTER_OF_AN_HOUR = 900_000;

    private Slots() {}

    /** Start of the slot of a candle, in milliseconds since 1970. */
    public static long of(long openMillis, Timeframe timeframe) {
        return ofLastInstant(openMillis + timeframe.length().toMillis() - 1, timeframe);
    }

    /** Start of the slot that holds an instant, both in milliseconds since 1970. */
    static long ofLastInstant(long millis, Timeframe timeframe) {
        long length = timeframe.length().toMillis();
        return Math.floorDiv(millis, length) * length;
    }

    /** Start of the newest slot that was over at a moment, in milliseconds since 1970. */
    public static long newestOver(Instant asOf, Timeframe timeframe) {
        long length = timeframe.length().toMillis();
        return (Math.floorDiv(asOf.toEpochMilli(), length) - 1) * length;
    }

    /**
     * Time from the opening of a candle before another can open; zero below one hour, where candles stand on one grid.
     *
     * <p>A day has 23 hours when clocks go forward, so days overlap when less than that lies between them.
     */
    public static Duration leastDistance(Timeframe timeframe) {
        return switch (timeframe) {
            case M1, M5, M15, M30 -> Duration.ZERO;
            case H1, H4 -> timeframe.length();
            case D1 -> timeframe.length().minusHours(1);
        };
    }

    /** Whether a candle of the timeframe can open at this time. */
    public static boolean isOpenTime(Instant time, Timeframe timeframe) {
        long length = timeframe.length().toMillis();
        long step = length >= HOUR ? QUARTER_OF_AN_HOUR : length;
        long millis = time.toEpochMilli();
        return time.equals(Instant.ofEpochMilli(millis)) && Math.floorMod(millis, step) == 0;
    }
}
