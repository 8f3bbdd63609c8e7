package dev.tradesuite.quant.indicator;

import java.util.OptionalDouble;

/**
 * How far a price usually moves in one candle, as Wilder defines it (New Concepts in Technical Trading Systems, 1978).
 *
 * <p>The true range of a candle is the distance its prices span together with the close before it. The average starts
 * as the mean of the first ranges, and every later range moves it by its share: average + (range - average) / count.
 */
public final class AverageTrueRange {

    private AverageTrueRange() {}

    /**
     * The average on the last candle, in price units; empty with fewer candles than it averages.
     *
     * @param high highest prices, oldest first
     * @param low lowest prices, as many
     * @param close last prices, as many
     * @param count ranges that are averaged, usually 14
     */
    public static OptionalDouble on(double[] high, double[] low, double[] close, int count) {
        return on(high, low, close, 0, high.length, count);
    }

    /**
     * The average on the last candle of a part of the arrays, as if the part were all there is.
     *
     * @param high highest prices, oldest first
     * @param low lowest prices, as many
     * @param close last prices, as many
     * @param from first candle of the part
     * @param to candle behind the last of the part
     * @param count ranges that are averaged, usually 14
     */
    public static OptionalDouble on(double[] high, double[] low, double[] close, int from, int to, int count) {
        if (to - from < count) {
            return OptionalDouble.empty();
        }
        double average = 0;
        for (int i = from; i < to; i++) {
            double range = i == from ? high[i] - low[i] : trueRange(high[i], low[i], close[i - 1]);
            average = WilderAverage.next(average, range, i - from + 1, count);
        }
        return OptionalDouble.of(average);
    }

    static double trueRange(double high, double low, double closeBefore) {
        return Math.max(high, closeBefore) - Math.min(low, closeBefore);
    }
}
