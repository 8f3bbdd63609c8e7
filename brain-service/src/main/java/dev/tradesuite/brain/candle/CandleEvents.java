package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.util.List;

/** Tells other services of candles. */
public interface CandleEvents {

    /** Announces candles in this order, as part of the current transaction: when it rolls back, nothing was said. */
    void announce(List<CandleNews> candles);

    /** What is said of a candle. */
    sealed interface CandleNews {

        /** The candle. */
        Candle candle();
    }

    /**
     * A plausible candle: newer than any of its series before, confirmed by the next, or given other prices.
     *
     * @param symbol instrument
     * @param timeframe length of the candle
     * @param candle the candle
     * @param source name of its source
     */
    record NewCandle(String symbol, Timeframe timeframe, Candle candle, String source) implements CandleNews {}

    /**
     * A candle that is not believed until the next one confirms it.
     *
     * @param symbol instrument
     * @param timeframe length of the candle
     * @param candle the candle
     * @param source name of its source
     * @param lastClose close it is too far from
     */
    record DoubtfulCandle(String symbol, Timeframe timeframe, Candle candle, String source, BigDecimal lastClose)
            implements CandleNews {}
}
