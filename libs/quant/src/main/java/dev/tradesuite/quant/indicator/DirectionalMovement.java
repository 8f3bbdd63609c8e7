package dev.tradesuite.quant.indicator;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which way candles reach beyond those before them, and how one-sidedly, as Wilder defines it (New Concepts in
 * Technical Trading Systems, 1978).
 *
 * <p>A candle moves up by how far its high is above the high before, or down by how far its low is below the low
 * before; the larger counts, the other is 0, and so are both when neither is above 0. Each is averaged in Wilder's way
 * and divided by the average true range of the same candles. The index averages 100 x |plus - minus| / (plus + minus)
 * once more; a candle on which both averages are 0 counts 0 there.
 *
 * @param plus positive directional indicator, +DI, 0 to 100
 * @param minus negative directional indicator, -DI, 0 to 100
 * @param index average directional index, ADX, 0 to 100: how strong a trend is, whatever its direction; empty while
 *     there are too few candles
 */
public record DirectionalMovement(double plus, double minus, OptionalDouble index) {

    /**
     * The movement on the last candle; empty with {@code count} candles or fewer, since the first has none before it,
     * and where no candle has a range. The index takes {@code 2 x count} candles.
     *
     * @param high highest prices, oldest first
     * @param low lowest prices, as many
     * @param close last prices, as many
     * @param count movements that are averaged, usually 14
     */
    public static Optional<DirectionalMovement> on(double[] high, double[] low, double[] close, int count) {
        double range = 0;
        double plus = 0;
        double minus = 0;
        double index = 0;
        for (int i = 1; i < close.length; i++) {
            double up = high[i] - high[i - 1];
            double down = low[i - 1] - low[i];
            range = WilderAverage.next(range, AverageTrueRange.trueRange(high[i], low[i], close[i - 1]), i, count);
            plus = WilderAverage.next(plus, up > down && up > 0 ? up : 0, i, count);
            minus = WilderAverage.next(minus, down > up && down > 0 ? down : 0, i, count);
            if (i >= count) {
                index = WilderAverage.next(index, oneSidedness(plus, minus), i - count + 1, count);
            }
        }
        if (close.length <= count || !(range > 0)) {
            return Optional.empty();
        }
        return Optional.of(new DirectionalMovement(
                100 * plus / range,
                100 * minus / range,
                close.length < 2 * count ? OptionalDouble.empty() : OptionalDouble.of(index)));
    }

    private static double oneSidedness(double plus, double minus) {
        double both = plus + minus;
        return both > 0 ? 100 * Math.abs(plus - minus) / both : 0;
    }
}
