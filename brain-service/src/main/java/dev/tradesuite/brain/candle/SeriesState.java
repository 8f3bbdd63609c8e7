package dev.tradesuite.brain.candle;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What is stored of one series. Every write that changes a series changes its state in the same transaction.
 *
 * @param key symbol and timeframe
 * @param first open time of the oldest candle
 * @param last open time of the newest candle
 * @param priceOpen open time of the newest candle that is not implausible
 * @param lastClose close of the newest candle that is not implausible
 * @param count number of candles
 * @param version changes with every write and never comes back
 * @param historyVersion changes with every write other than adding candles newer than all before
 */
public record SeriesState(
        SeriesKey key,
        Instant first,
        Instant last,
        Instant priceOpen,
        BigDecimal lastClose,
        long count,
        long version,
        long historyVersion) {

    /** When the newest candle that is not implausible closed. */
    public Instant lastCloseTime() {
        return priceOpen.plus(key.timeframe().length());
    }
}
