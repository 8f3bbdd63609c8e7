package dev.tradesuite.brain.candle;

import java.time.Instant;

/** Removes stored candles. */
@FunctionalInterface
public interface CandleRemover {

    /**
     * Removes the candles of a series that open before a moment, in one transaction.
     *
     * @return how many there were
     */
    int removeBefore(SeriesKey key, Instant openTime);
}
