package dev.tradesuite.quant.indicator;

import java.util.OptionalDouble;

/**
 * Exponential moving average: average + 2 / (count + 1) x (value - average), begun with the plain mean of the first
 * values (Appel, Technical Analysis: Power Tools for Active Investors, 2005).
 */
public final class ExponentialAverage {

    private ExponentialAverage() {}

    /**
     * The average with the last value in; empty with fewer values than it averages.
     *
     * @param values oldest first
     * @param count values that are averaged, at least 1
     */
    public static OptionalDouble on(double[] values, int count) {
        if (values.length < count) {
            return OptionalDouble.empty();
        }
        double factor = factor(count);
        double average = begin(values, count);
        for (int i = count; i < values.length; i++) {
            average += factor * (values[i] - average);
        }
        return OptionalDouble.of(average);
    }

    /** What the average begins with: the mean of the first values. */
    static double begin(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum / count;
    }

    /** Share of a new value. */
    static double factor(int count) {
        return 2.0 / (count + 1);
    }
}
