package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.market.Timeframe;
import java.util.List;

/** Tells other services of new candles. */
public interface CandleEvents {

    /** Announces candles in this order, as part of the current transaction: when it rolls back, nothing was said. */
    void announce(List<NewCandle> candles);

    /**
     * A candle newer than any of its series before.
     *
     * @param symbol instrument
     * @param timeframe length of the candle
     * @param candle the candle
     * @param source name of its source
     */
    record NewCandle(String symbol, Timeframe timeframe, Candle candle, String source) {}
}
