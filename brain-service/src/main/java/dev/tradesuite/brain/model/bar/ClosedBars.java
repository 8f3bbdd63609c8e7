package dev.tradesuite.brain.model.bar;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.learning.feature.PriceBars;

/** Candles as the models read them. */
public final class ClosedBars {

    private ClosedBars() {}

    /** The same bars, copied. */
    public static PriceBars of(CandleSeries candles) {
        return new PriceBars(candles.openMillis(), candles.opens(), candles.highs(), candles.lows(), candles.closes());
    }
}
