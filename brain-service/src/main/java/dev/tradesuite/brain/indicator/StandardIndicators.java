package dev.tradesuite.brain.indicator;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.quant.indicator.AverageTrueRange;
import dev.tradesuite.quant.indicator.BollingerBands;
import dev.tradesuite.quant.indicator.DirectionalMovement;
import dev.tradesuite.quant.indicator.ExponentialAverage;
import dev.tradesuite.quant.indicator.MovingAverageDivergence;
import dev.tradesuite.quant.indicator.RelativeStrength;

/**
 * The standard indicators on the last candle, by {@code quant}, where their formulas stand.
 *
 * <p>RSI, ATR and ADX over 14 candles, MACD 12, 26 and 9 with its averages, Bollinger bands over 20 candles and 2
 * standard deviations. A reading that needs more candles than there are is absent, and so is one that is not defined,
 * such as a directional indicator of candles without range.
 */
public final class StandardIndicators {

    /** Candles from which on every reading is there: the slow EMA needs 26, the signal line 8 more. */
    public static final int CANDLES_NEEDED = 34;

    private static final int WILDER = 14;
    private static final int FAST = 12;
    private static final int SLOW = 26;
    private static final int SIGNAL = 9;
    private static final int BANDS = 20;
    private static final double BAND_DEVIATIONS = 2;

    private StandardIndicators() {}

    /** Readings on the last candle; all absent without candles. */
    public static Readings on(CandleSeries candles) {
        double[] high = candles.highs();
        double[] low = candles.lows();
        double[] close = candles.closes();
        Readings.Builder readings = new Readings.Builder();
        RelativeStrength.on(close, WILDER).ifPresent(rsi -> readings.set(Indicator.RSI, rsi));
        AverageTrueRange.on(high, low, close, WILDER).ifPresent(atr -> readings.set(Indicator.ATR, atr));
        readMovingAverages(readings, close);
        BollingerBands.on(close, BANDS, BAND_DEVIATIONS)
                .ifPresent(bands -> readings.set(Indicator.BOLLINGER_UPPER, bands.upper())
                        .set(Indicator.BOLLINGER_MIDDLE, bands.middle())
                        .set(Indicator.BOLLINGER_LOWER, bands.lower()));
        DirectionalMovement.on(high, low, close, WILDER).ifPresent(movement -> readDirection(readings, movement));
        return readings.build();
    }

    private static void readMovingAverages(Readings.Builder readings, double[] close) {
        MovingAverageDivergence.on(close, FAST, SLOW, SIGNAL)
                .ifPresentOrElse(
                        macd -> {
                            readings.set(Indicator.EMA_FAST, macd.fast())
                                    .set(Indicator.EMA_SLOW, macd.slow())
                                    .set(Indicator.MACD, macd.value());
                            macd.signal().ifPresent(signal -> readings.set(Indicator.MACD_SIGNAL, signal));
                        },
                        // There is a fast average before there is a slow one.
                        () -> ExponentialAverage.on(close, FAST)
                                .ifPresent(fast -> readings.set(Indicator.EMA_FAST, fast)));
    }

    private static void readDirection(Readings.Builder readings, DirectionalMovement movement) {
        readings.set(Indicator.PLUS_DI, movement.plus()).set(Indicator.MINUS_DI, movement.minus());
        movement.index().ifPresent(index -> readings.set(Indicator.ADX, index));
    }
}
