package dev.tradesuite.benchmarks.brain;

import dev.tradesuite.brain.candle.CandleSeries;
import java.time.Duration;
import java.util.List;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/** The standard indicators by ta4j, every bar's value, in doubles. */
final class Ta4jIndicators {

    private static final DoubleNumFactory DOUBLES = DoubleNumFactory.getInstance();
    private static final int WILDER = 14;

    private Ta4jIndicators() {}

    /** The sum of all values, so that none is left out. */
    static double every(CandleSeries candles) {
        BarSeries bars = bars(candles);
        ClosePriceIndicator close = new ClosePriceIndicator(bars);
        MACDIndicator macd = new MACDIndicator(close, 12, 26);
        List<Indicator<Num>> indicators = List.of(
                new RSIIndicator(close, WILDER),
                new ATRIndicator(bars, WILDER),
                new EMAIndicator(close, 12),
                new EMAIndicator(close, 26),
                macd,
                new EMAIndicator(macd, 9),
                new SMAIndicator(close, 20),
                new StandardDeviationIndicator(close, 20),
                new ADXIndicator(bars, WILDER),
                new PlusDIIndicator(bars, WILDER),
                new MinusDIIndicator(bars, WILDER));
        double sum = 0;
        for (Indicator<Num> indicator : indicators) {
            for (int i = 0; i < bars.getBarCount(); i++) {
                double value = indicator.getValue(i).doubleValue();
                sum += Double.isFinite(value) ? value : 0;
            }
        }
        return sum;
    }

    private static BarSeries bars(CandleSeries candles) {
        BarSeries bars = new BaseBarSeriesBuilder().withNumFactory(DOUBLES).build();
        Duration length = candles.timeframe().length();
        for (int i = 0; i < candles.size(); i++) {
            bars.addBar(new BaseBar(
                    length,
                    candles.openTime(i),
                    candles.closeTime(i),
                    DOUBLES.numOf(candles.open(i)),
                    DOUBLES.numOf(candles.high(i)),
                    DOUBLES.numOf(candles.low(i)),
                    DOUBLES.numOf(candles.close(i)),
                    DOUBLES.zero(),
                    DOUBLES.zero(),
                    0));
        }
        return bars;
    }
}
