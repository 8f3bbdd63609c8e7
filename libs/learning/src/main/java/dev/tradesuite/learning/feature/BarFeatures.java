package dev.tradesuite.learning.feature;

import dev.tradesuite.quant.indicator.AverageTrueRange;
import java.util.List;

/**
 * The 17 readings of the tree models, each without a unit, so that they mean the same for every instrument.
 *
 * <p>Every reading rests on the bar and the 299 before it, also the averages that never forget: they begin anew with
 * the window. So a reading is the same whether the arrays begin there or a year before. Returns are logarithmic and
 * measured in the standard deviation s of the last 288; prices in the average true range of 14 bars, ATR.
 */
public final class BarFeatures {

    /** Changes whenever a name, an order or a formula changes; a model of another version is refused. */
    public static final String VERSION = "bars-17-v1";

    /** Bars a reading rests on, the present one included. */
    public static final int LOOK_BACK = 300;

    /** Names in the order of the values. */
    public static final List<String> NAMES = List.of(
            "return_1",
            "return_3",
            "return_6",
            "return_12",
            "return_48",
            "rsi_14",
            "macd_histogram",
            "ema_12_26",
            "ema_100_distance",
            "bollinger_20",
            "channel_48",
            "range_ratio",
            "volatility_ratio",
            "body",
            "wick_balance",
            "hour_sin",
            "hour_cos");

    private static final int VOLATILITY = 288;
    private static final int CHANNEL = 48;
    private static final int ATR = 14;

    private BarFeatures() {}

    /** The readings on one bar; what comes after it is never looked at. */
    public static FeatureRow on(PriceBars bars, int bar) {
        int from = bar + 1 - LOOK_BACK;
        if (from < 0) {
            return new FeatureRow.Unknown(FeatureGap.TOO_FEW_BARS);
        }
        double atr = AverageTrueRange.on(bars.highs(), bars.lows(), bars.closes(), from, bar + 1, ATR)
                .orElseThrow();
        double deviation = Series.deviationOfReturns(bars.closes(), bar, VOLATILITY);
        if (!(atr > 0) || !(deviation > 0)) {
            return new FeatureRow.Unknown(FeatureGap.NO_RANGE);
        }
        return new FeatureRow.Known(values(bars, from, bar, atr, deviation), atr);
    }

    private static double[] values(PriceBars bars, int from, int bar, double atr, double deviation) {
        double[] close = bars.closes();
        double last = close[bar];
        Averages averages = Averages.over(close, from, bar);
        double[] values = new double[NAMES.size()];
        int next = 0;
        for (int length : new int[] {1, 3, 6, 12, 48}) {
            values[next++] = Series.scaledReturn(close, bar, length, deviation);
        }
        values[next++] = averages.relativeStrength();
        values[next++] = averages.macdHistogram() / atr;
        values[next++] = averages.macd() / atr;
        values[next++] = (last - averages.slow()) / (4 * atr);
        values[next++] = bollinger(close, bar);
        values[next++] = Series.placeInChannel(bars, bar, CHANNEL);
        values[next++] = StrictMath.log(atr / meanRange(bars, bar));
        values[next++] = Series.deviationOfReturns(close, bar, 12) / deviation;
        values[next++] = (last - bars.open(bar)) / atr;
        values[next++] = wickBalance(bars, bar) / atr;
        double angle = Series.angleOfDay(bars.openMillis(bar));
        values[next++] = StrictMath.sin(angle);
        values[next] = StrictMath.cos(angle);
        return values;
    }

    /** Distance from the mean of 20 closes in two of their standard deviations. */
    private static double bollinger(double[] close, int bar) {
        double sum = 0;
        for (int i = bar - 19; i <= bar; i++) {
            sum += close[i];
        }
        double mean = sum / 20;
        double squares = 0;
        for (int i = bar - 19; i <= bar; i++) {
            squares += (close[i] - mean) * (close[i] - mean);
        }
        return squares > 0 ? (close[bar] - mean) / (2 * Math.sqrt(squares / 20)) : 0;
    }

    private static double meanRange(PriceBars bars, int bar) {
        double sum = 0;
        for (int i = bar + 1 - VOLATILITY; i <= bar; i++) {
            sum += Math.max(bars.high(i), bars.close(i - 1)) - Math.min(bars.low(i), bars.close(i - 1));
        }
        return sum / VOLATILITY;
    }

    /** Length of the lower wick less that of the upper one: above zero where lower prices were bought. */
    private static double wickBalance(PriceBars bars, int bar) {
        double top = Math.max(bars.open(bar), bars.close(bar));
        double bottom = Math.min(bars.open(bar), bars.close(bar));
        return (bottom - bars.low(bar)) - (bars.high(bar) - top);
    }
}
