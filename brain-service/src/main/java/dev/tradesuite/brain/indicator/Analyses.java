package dev.tradesuite.brain.indicator;

import dev.tradesuite.brain.candle.CandleSeries;

/** Gives the analysis of candles, computed or remembered. */
@FunctionalInterface
public interface Analyses {

    /**
     * What the candles say.
     *
     * @param fingerprint of these candles
     */
    Analysis of(CandleSeries candles, CandleFingerprint fingerprint);
}
