package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;

/**
 * Where candles stand on the time axis.
 *
 * <p>A slot is a stretch of a timeframe's length that starts at a multiple of it from 1970-01-01T00:00Z. A candle
 * stands in the slot that holds its last instant, and two candles of a symbol and timeframe never stand in one slot. Up
 * to one hour a candle opens where its slot starts. Brokers and exchanges begin the day, and with it four-hour candles,
 * at hours of their own: such a candle opens at any quarter of an hour, and its slot is the day on which it closes.
 */
public final class Slots {

    private static final long HOUR = 3_600_000;
    private static final long QUARTER_OF_AN_HOUR = 900_000;

    private Slots() {}

    /** Start of the slot of a candle, in milliseconds since 1970. */
    public static long of(long openMillis, Timeframe timeframe) {
        long length = timeframe.length().toMillis();
        return Math.floorDiv(openMillis + length - 1, length) * length;
    }

    /** Start of the newest slot that was over at a moment, in milliseconds since 1970. */
    public static long newestOver(Instant asOf, Timeframe timeframe) {
        long length = timeframe.length().toMillis();
        return (Math.floorDiv(asOf.toEpochMilli(), length) - 1) * length;
    }

    /** Whether a candle of the timeframe can open at this time. */
    public static boolean isOpenTime(Instant time, Timeframe timeframe) {
        long length = timeframe.length().toMillis();
        long step = length > HOUR ? QUARTER_OF_AN_HOUR : length;
        long millis = time.toEpochMilli();
        return time.equals(Instant.ofEpochMilli(millis)) && Math.floorMod(millis, step) == 0;
    }
}
