package dev.tradesuite.quant.returns;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Prices of two instruments at the times both have one. Immutable.
 *
 * <p>Returns are taken between neighbouring common times, so both returns of a pair cover the same stretch even where
 * one of the histories has a gap.
 */
public final class AlignedPrices {

    private final long[] times;
    private final double[] first;
    private final double[] second;

    private AlignedPrices(long[] times, double[] first, double[] second) {
        this.times = times;
        this.first = first;
        this.second = second;
    }

    /** Pairs two histories by time; what only one of them has is left out. */
    public static AlignedPrices of(PriceHistory a, PriceHistory b) {
        int most = Math.min(a.size(), b.size());
        long[] times = new long[most];
        double[] first = new double[most];
        double[] second = new double[most];
        int pairs = 0;
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            int order = Long.compare(a.time(i), b.time(j));
            if (order == 0) {
                times[pairs] = a.time(i);
                first[pairs] = a.price(i);
                second[pairs] = b.price(j);
                pairs++;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return new AlignedPrices(
                Arrays.copyOf(times, pairs), Arrays.copyOf(first, pairs), Arrays.copyOf(second, pairs));
    }

    /** Number of common times. */
    public int size() {
        return first.length;
    }

    /** The newest common time; empty when there is none. */
    public OptionalLong newestTime() {
        return times.length == 0 ? OptionalLong.empty() : OptionalLong.of(times[times.length - 1]);
    }

    /** Prices of the first history at the common times. */
    public double[] first() {
        return first.clone();
    }

    /** Prices of the second history at the common times. */
    public double[] second() {
        return second.clone();
    }

    /**
     * Correlation of the logarithmic returns over the newest prices.
     *
     * @param returns number of returns to look at, at least 2
     * @return -1 to 1; empty when there are fewer common returns or one of the prices does not move
     */
    public OptionalDouble correlationOfLast(int returns) {
        if (returns < 2) {
            throw new IllegalArgumentException("a correlation needs at least 2 returns, was " + returns);
        }
        if (size() <= returns) {
            return OptionalDouble.empty();
        }
        int from = size() - returns - 1;
        return Correlation.pearson(
                Returns.log(Arrays.copyOfRange(first, from, size())),
                Returns.log(Arrays.copyOfRange(second, from, size())));
    }
}
