package dev.tradesuite.brain.signal;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;

/** Where the decision finds candles when the caller sends none. */
@FunctionalInterface
public interface CandleSource {

    /**
     * The newest candles that had closed at a moment, oldest first.
     *
     * @param asOf a candle counts when it closed at or before this
     * @param limit at most this many
     */
    CandleSeries closedBefore(String symbol, Timeframe timeframe, Instant asOf, int limit);

    /** Only these candles, whatever instrument is asked for. */
    static CandleSource of(CandleSeries candles) {
        return (_, _, asOf, limit) -> candles.closedBy(asOf).last(limit);
    }
}
