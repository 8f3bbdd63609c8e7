package dev.tradesuite.quant.indicator;

/**
 * Wilder's moving average (New Concepts in Technical Trading Systems, 1978), one value after the other.
 *
 * <p>It begins as the plain mean of the first values; every later one moves it by its share: average + (value -
 * average) / count.
 */
final class WilderAverage {

    private WilderAverage() {}

    /**
     * The average with one more value. Of the first {@code count} values it is the sum of their shares, and so their
     * mean once all of them are in.
     *
     * @param average before, 0 at the beginning
     * @param nth which value this is, the first being 1
     * @param count values that are averaged
     */
    static double next(double average, double value, int nth, int count) {
        return average + (nth <= count ? value : value - average) / count;
    }
}
