package dev.tradesuite.brain.indicator;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.quant.indicator.AverageTrueRange;
import java.time.Duration;
import java.util.function.IntFunction;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.CachedIndicator;
import org.ta4j.core.indicators.adx.MinusDMIndicator;
import org.ta4j.core.indicators.adx.PlusDMIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.GainIndicator;
import org.ta4j.core.indicators.helpers.LossIndicator;
import org.ta4j.core.indicators.helpers.TRIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/**
 * The standard indicators on the last candle; all but the average true range by ta4j.
 *
 * <p>RSI, ATR and ADX over 14 candles as Wilder defines them (New Concepts in Technical Trading Systems, 1978), MACD
 * 12, 26 and 9 (Appel), Bollinger bands over 20 candles and 2 standard deviations of the population. A reading that
 * needs more candles than there are is absent, and so is one that is not defined, such as a directional indicator of
 * candles without range.
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
    private static final DoubleNumFactory DOUBLES = DoubleNumFactory.getInstance();

    private StandardIndicators() {}

    /** Readings on the last candle; all absent without candles. */
    public static Readings on(CandleSeries candles) {
        Readings.Builder readings = new Readings.Builder();
        if (candles.isEmpty()) {
            return readings.build();
        }
        BarSeries bars = bars(candles);
        ClosePriceIndicator close = new ClosePriceIndicator(bars);
        readRsi(readings, close);
        readMovingAverages(readings, close);
        readBands(readings, close);
        readDirection(readings, bars);
        AverageTrueRange.on(candles.highs(), candles.lows(), candles.closes(), WILDER)
                .ifPresent(atr -> readings.set(Indicator.ATR, atr));
        return readings.build();
    }

    private static void readRsi(Readings.Builder readings, ClosePriceIndicator close) {
        double gain = last(SeededAverage.wilder(new GainIndicator(close), 1, WILDER));
        double loss = last(SeededAverage.wilder(new LossIndicator(close), 1, WILDER));
        readings.set(Indicator.RSI, 100 * gain / (gain + loss));
    }

    private static void readMovingAverages(Readings.Builder readings, ClosePriceIndicator close) {
        SeededAverage fast = SeededAverage.exponential(close, 0, FAST);
        SeededAverage slow = SeededAverage.exponential(close, 0, SLOW);
        Computed macd =
                new Computed(close.getBarSeries(), i -> fast.getValue(i).minus(slow.getValue(i)), slow.firstIndex());
        readings.set(Indicator.EMA_FAST, last(fast))
                .set(Indicator.EMA_SLOW, last(slow))
                .set(Indicator.MACD, last(macd))
                .set(Indicator.MACD_SIGNAL, last(SeededAverage.exponential(macd, slow.firstIndex(), SIGNAL)));
    }

    private static void readBands(Readings.Builder readings, ClosePriceIndicator close) {
        if (close.getBarSeries().getBarCount() < BANDS) {
            return;
        }
        double middle = last(new SMAIndicator(close, BANDS));
        double reach = BAND_DEVIATIONS * last(new StandardDeviationIndicator(close, BANDS));
        readings.set(Indicator.BOLLINGER_MIDDLE, middle)
                .set(Indicator.BOLLINGER_UPPER, middle + reach)
                .set(Indicator.BOLLINGER_LOWER, middle - reach);
    }

    private static void readDirection(Readings.Builder readings, BarSeries bars) {
        TRIndicator range = new TRIndicator(bars);
        SeededAverage plus = SeededAverage.wilder(new PlusDMIndicator(bars), 1, WILDER);
        SeededAverage minus = SeededAverage.wilder(new MinusDMIndicator(bars), 1, WILDER);
        // The directional movement of a candle needs the candle before it, so its range is averaged from there too.
        double movedRange = last(SeededAverage.wilder(range, 1, WILDER));
        Computed directional =
                new Computed(bars, i -> directionalIndex(plus.getValue(i), minus.getValue(i)), plus.firstIndex());
        readings.set(Indicator.PLUS_DI, 100 * last(plus) / movedRange)
                .set(Indicator.MINUS_DI, 100 * last(minus) / movedRange)
                .set(
                        Indicator.ADX,
                        movedRange > 0
                                ? last(SeededAverage.wilder(directional, plus.firstIndex(), WILDER))
                                : Double.NaN);
    }

    /** How one-sided the movement is, 0 to 100; 0 where nothing moved to either side. */
    private static Num directionalIndex(Num plus, Num minus) {
        Num both = plus.plus(minus);
        return both.isZero() ? both : plus.minus(minus).abs().dividedBy(both).multipliedBy(DOUBLES.hundred());
    }

    private static double last(org.ta4j.core.Indicator<Num> indicator) {
        return indicator.getValue(indicator.getBarSeries().getEndIndex()).doubleValue();
    }

    static BarSeries bars(CandleSeries candles) {
        BarSeries bars = new BaseBarSeriesBuilder().withNumFactory(DOUBLES).build();
        Duration length = candles.timeframe().length();
        for (int i = 0; i < candles.size(); i++) {
            bars.addBar(bar(candles, i, length));
        }
        return bars;
    }

    private static Bar bar(CandleSeries candles, int i, Duration length) {
        return new BaseBar(
                length,
                candles.openTime(i),
                candles.closeTime(i),
                DOUBLES.numOf(candles.open(i)),
                DOUBLES.numOf(candles.high(i)),
                DOUBLES.numOf(candles.low(i)),
                DOUBLES.numOf(candles.close(i)),
                DOUBLES.zero(),
                DOUBLES.zero(),
                0);
    }

    /** A value of each candle that follows from others of the same candle. */
    private static final class Computed extends CachedIndicator<Num> {

        private final IntFunction<Num> value;
        private final int firstIndex;

        Computed(BarSeries bars, IntFunction<Num> value, int firstIndex) {
            super(bars);
            this.value = value;
            this.firstIndex = firstIndex;
        }

        @Override
        protected Num calculate(int index) {
            return value.apply(index);
        }

        @Override
        public int getCountOfUnstableBars() {
            return firstIndex;
        }
    }
}
