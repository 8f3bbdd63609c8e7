package dev.tradesuite.brain.signal;

import dev.tradesuite.brain.indicator.CandleAnalyst;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.quant.swing.FibonacciRetracement;
import dev.tradesuite.support.Sha256;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Weights and thresholds of the decision.
 *
 * @param timeframe candles to read when the question names none
 * @param candles most candles a decision rests on
 * @param maxAgeCandles age of the newest stored candle, in candles, from which on it is stale
 * @param buyThreshold score from which on the signal is BUY, above 0 and at most 1
 * @param sellThreshold score down to which the signal is SELL, below 0 and at least -1
 * @param weights weight of every source, zero or more and not all zero
 * @param rsi limits of the RSI
 * @param minAdx ADX from which on a market trends
 * @param macdFullGapAtr gap between MACD and signal line of full confidence, in average true ranges
 * @param emaFullGapAtr gap between the averages of full confidence, in average true ranges
 * @param fibonacci how retracements are read
 * @param maxPriceGapAtr farthest a price that was sent may lie from the last close, in average true ranges
 * @param maxFlatShare share of recent candles that may be without range, 0 to 1
 */
public record SignalSettings(
        Timeframe timeframe,
        int candles,
        double maxAgeCandles,
        double buyThreshold,
        double sellThreshold,
        Map<VoteSource, Double> weights,
        Rsi rsi,
        double minAdx,
        double macdFullGapAtr,
        double emaFullGapAtr,
        FibonacciRetracement fibonacci,
        double maxPriceGapAtr,
        double maxFlatShare) {

    public SignalSettings {
        require(
                candles >= CandleAnalyst.CANDLES_NEEDED,
                "candles must be at least " + CandleAnalyst.CANDLES_NEEDED,
                candles);
        require(maxAgeCandles > 0, "max-age-candles must be above 0", maxAgeCandles);
        require(buyThreshold > 0 && buyThreshold <= 1, "buy-threshold must be above 0 and at most 1", buyThreshold);
        require(
                sellThreshold < 0 && sellThreshold >= -1,
                "sell-threshold must be below 0 and at least -1",
                sellThreshold);
        require(minAdx >= 0 && minAdx <= 100, "min-adx must be between 0 and 100", minAdx);
        require(macdFullGapAtr > 0, "macd-full-gap-atr must be above 0", macdFullGapAtr);
        require(emaFullGapAtr > 0, "ema-full-gap-atr must be above 0", emaFullGapAtr);
        require(maxPriceGapAtr > 0, "max-price-gap-atr must be above 0", maxPriceGapAtr);
        require(maxFlatShare >= 0 && maxFlatShare <= 1, "max-flat-share must be between 0 and 1", maxFlatShare);
        // An enum map keeps the order of the sources, which makes the text of the settings, and their id, reproducible.
        weights = Collections.unmodifiableMap(new EnumMap<>(weights));
        double sum = 0;
        for (VoteSource source : VoteSource.values()) {
            double weight = weights.getOrDefault(source, Double.NaN);
            require(
                    weight >= 0 && weight < Double.POSITIVE_INFINITY,
                    "weight of " + source.wireName() + " must be 0 or more",
                    weight);
            sum += weight;
        }
        require(sum > 0, "at least one weight must be above 0, their sum", sum);
    }

    /**
     * Limits of the RSI.
     *
     * @param oversold from which down a fall counts as exhausted
     * @param overbought from which up a rise counts as exhausted
     * @param trendShift points by which a trend moves the limit of its pullbacks
     */
    public record Rsi(double oversold, double overbought, double trendShift) {

        public Rsi {
            require(oversold > 0 && oversold < 50, "rsi.oversold must be between 0 and 50", oversold);
            require(overbought > 50 && overbought < 100, "rsi.overbought must be between 50 and 100", overbought);
            require(trendShift >= 0 && trendShift < 20, "rsi.trend-shift must be from 0 to below 20", trendShift);
        }
    }

    /** Weight of a source. */
    double weight(VoteSource source) {
        return weights.getOrDefault(source, 0.0);
    }

    /** Eight hexadecimal digits that change with any setting. */
    String id() {
        return Sha256.hex(toString()).substring(0, 8);
    }

    private static void require(boolean holds, String what, double value) {
        if (!holds) {
            throw new IllegalArgumentException(what + ", was " + value);
        }
    }
}
