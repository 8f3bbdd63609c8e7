package dev.tradesuite.brain.indicator;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.quant.swing.FibonacciRetracement;
import dev.tradesuite.quant.swing.Ohlc;
import dev.tradesuite.quant.swing.Retracement;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads candles: indicators, retracement, and whether there is any range to read.
 *
 * <p>A pure function of the candles it is given, so nothing after the last one can leak in. Safe for use by several
 * threads.
 */
public final class CandleAnalyst {

    /** Fewest candles an analysis is worth something on: below it some indicator has no value. */
    public static final int CANDLES_NEEDED = StandardIndicators.CANDLES_NEEDED;

    private static final int RECENT = 14;

    private final FibonacciRetracement fibonacci;
    private final double maxFlatShare;

    /**
     * An analyst.
     *
     * @param fibonacci how retracements are read
     * @param maxFlatShare share of the newest 14 candles, 0 to 1, that may have no range (high = low) before the market
     *     counts as flat
     */
    public CandleAnalyst(FibonacciRetracement fibonacci, double maxFlatShare) {
        this.fibonacci = fibonacci;
        this.maxFlatShare = maxFlatShare;
    }

    /** What the candles say about the last of them. */
    public Analysis analyse(CandleSeries candles) {
        Readings readings = StandardIndicators.on(candles);
        OptionalDouble atr = readings.get(Indicator.ATR);
        boolean hasRange = atr.isPresent() && atr.getAsDouble() > 0;
        return new Analysis(
                readings,
                hasRange ? Optional.of(retracement(candles, atr.getAsDouble())) : Optional.empty(),
                !hasRange || flatShare(candles) > maxFlatShare);
    }

    private Retracement retracement(CandleSeries candles, double atr) {
        return fibonacci.read(new Ohlc(candles.opens(), candles.highs(), candles.lows(), candles.closes()), atr);
    }

    /** A candle of one single price tells nothing about the range of its time, so neither does an average of such. */
    private static double flatShare(CandleSeries candles) {
        int recent = Math.min(RECENT, candles.size());
        int flat = 0;
        for (int i = candles.size() - recent; i < candles.size(); i++) {
            flat += candles.high(i) == candles.low(i) ? 1 : 0;
        }
        return (double) flat / recent;
    }
}
