package dev.tradesuite.benchmarks.brain;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.indicator.Indicator;
import dev.tradesuite.brain.indicator.Readings;

/** The standard indicators by TA-Lib's Java port, which writes every bar's value into an array. */
final class TaLibIndicators {

    private static final int WILDER = 14;

    private final Core core = new Core();
    private final MInteger begin = new MInteger();
    private final MInteger count = new MInteger();
    private final double[] high;
    private final double[] low;
    private final double[] close;

    TaLibIndicators(CandleSeries candles) {
        this.high = candles.highs();
        this.low = candles.lows();
        this.close = candles.closes();
    }

    /** One call of the library; the values begin at the start of the arrays. */
    @FunctionalInterface
    private interface Call {
        RetCode into(double[] values);
    }

    /** Readings on the last bar, all bars computed. */
    Readings last() {
        int end = close.length - 1;
        Readings.Builder readings = new Readings.Builder();
        readings.set(Indicator.RSI, last(values -> core.rsi(0, end, close, WILDER, begin, count, values)))
                .set(Indicator.ATR, last(values -> core.atr(0, end, high, low, close, WILDER, begin, count, values)))
                .set(Indicator.EMA_FAST, last(values -> core.ema(0, end, close, 12, begin, count, values)))
                .set(Indicator.EMA_SLOW, last(values -> core.ema(0, end, close, 26, begin, count, values)))
                .set(Indicator.ADX, last(values -> core.adx(0, end, high, low, close, WILDER, begin, count, values)))
                .set(
                        Indicator.PLUS_DI,
                        last(values -> core.plusDI(0, end, high, low, close, WILDER, begin, count, values)))
                .set(
                        Indicator.MINUS_DI,
                        last(values -> core.minusDI(0, end, high, low, close, WILDER, begin, count, values)));
        double[] signal = new double[close.length];
        double[] histogram = new double[close.length];
        readings.set(
                        Indicator.MACD,
                        last(values -> core.macd(0, end, close, 12, 26, 9, begin, count, values, signal, histogram)))
                .set(Indicator.MACD_SIGNAL, signal[count.value - 1]);
        double[] middle = new double[close.length];
        double[] lower = new double[close.length];
        return readings.set(
                        Indicator.BOLLINGER_UPPER,
                        last(upper ->
                                core.bbands(0, end, close, 20, 2, 2, MAType.Sma, begin, count, upper, middle, lower)))
                .set(Indicator.BOLLINGER_MIDDLE, middle[count.value - 1])
                .set(Indicator.BOLLINGER_LOWER, lower[count.value - 1])
                .build();
    }

    private double last(Call call) {
        double[] values = new double[close.length];
        RetCode code = call.into(values);
        if (code != RetCode.Success) {
            throw new IllegalStateException("TA-Lib says " + code);
        }
        return values[count.value - 1];
    }
}
