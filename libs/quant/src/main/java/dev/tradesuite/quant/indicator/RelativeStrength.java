package dev.tradesuite.quant.indicator;

import java.util.OptionalDouble;

/**
 * Relative strength index: the average gain as a share of average gain and loss, 0 to 100.
 *
 * <p>The averages begin as the plain mean of the first changes and then take each further one in by 1 / count, as
 * Wilder defines it (New Concepts in Technical Trading Systems, 1978).
 */
public final class RelativeStrength {

    private RelativeStrength() {}

    /**
     * The index on the last close; empty with fewer than {@code count} changes, and for a price that never moved.
     *
     * @param close prices, oldest first
     * @param count changes that are averaged, usually 14
     */
    public static OptionalDouble on(double[] close, int count) {
        if (close.length <= count) {
            return OptionalDouble.empty();
        }
        double gain = 0;
        double loss = 0;
        for (int i = 1; i < close.length; i++) {
            double change = close[i] - close[i - 1];
            double up = Math.max(change, 0);
            double down = Math.max(-change, 0);
            gain = WilderAverage.next(gain, up, i, count);
            loss = WilderAverage.next(loss, down, i, count);
        }
        return gain + loss > 0 ? OptionalDouble.of(100 * gain / (gain + loss)) : OptionalDouble.empty();
    }
}
