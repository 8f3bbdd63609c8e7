package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;

/**
 * Questions to the database. Every call is one query; nothing is kept between calls.
 *
 * <p>Series and closes leave implausible candles out. The exact candles are all that are stored, the implausible ones
 * included.
 */
public interface CandleReader {

    /** The state of every series that has candles. */
    List<SeriesState> states();

    /** The newest candles that had closed at a moment, at most {@code limit}, oldest first. */
    CandleSeries newest(SeriesKey key, Instant asOf, int limit);

    /** The oldest candles that open after a moment, at most {@code limit}, oldest first. */
    CandleSeries after(SeriesKey key, Instant openTime, int limit);

    /** All candles that open at or after {@code from} and before {@code to}, oldest first. */
    CandleSeries range(SeriesKey key, Instant from, Instant to);

    /** Open times at or after {@code from} and before {@code to} in milliseconds since 1970, oldest first. */
    long[] openTimes(SeriesKey key, Instant from, Instant to);

    /** Exact candles that open at or after {@code from} and before {@code to}, the oldest {@code limit} of them. */
    List<Candle> oldestOf(SeriesKey key, Instant from, Instant to, int limit);

    /** Exact candles that open before {@code to}, the newest {@code limit} of them, oldest first. */
    List<Candle> newestOf(SeriesKey key, Instant to, int limit);

    /** Open times of the implausible candles that open from {@code from} to {@code to}, both included, oldest first. */
    List<Instant> implausible(SeriesKey key, Instant from, Instant to);

    /**
     * Candles put together from those of a finer series that open at or after {@code from} and before {@code to},
     * oldest first. A volume is the sum; absent when one of the candles has none.
     */
    List<Candle> merged(SeriesKey finer, CandleClock clock, Instant from, Instant to);

    /**
     * Closes, adjusted ones where there are, by slot of the clock's timeframe, from candles of that timeframe and,
     * where a slot has none, from the next finer one that has.
     *
     * @param clock where candles begin; its timeframe is that of the slots
     * @param sources timeframes to read
     * @param fromSlot first slot, its start in milliseconds since 1970
     * @param toSlot last slot, included
     * @param limit at most this many, the newest
     * @return newest first
     */
    List<SlotClose> closes(
            String symbol, CandleClock clock, List<CloseSource> sources, long fromSlot, long toSlot, int limit);

    /**
     * A series that closes are read from.
     *
     * @param timeframe of the series
     * @param end only candles that open before
     * @param isByClock whether its candles are put together by the clock; else each stands in the slot of its last
     *     instant
     */
    record CloseSource(Timeframe timeframe, Instant end, boolean isByClock) {}
}
