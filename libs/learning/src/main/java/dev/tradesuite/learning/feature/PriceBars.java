package dev.tradesuite.learning.feature;

import java.util.Arrays;

/**
 * Closed bars as plain arrays, oldest first.
 *
 * <p>The arrays are not copied, so asking a model costs no copy; whoever hands them over leaves them alone.
 */
public final class PriceBars {

    private final long[] openMillis;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;

    /**
     * Bars of these prices.
     *
     * @param openMillis start of each bar, milliseconds since 1970 in UTC, each later than the one before
     * @param open first prices, finite and above zero, as the others
     * @param high highest prices
     * @param low lowest prices
     * @param close last prices
     */
    public PriceBars(long[] openMillis, double[] open, double[] high, double[] low, double[] close) {
        int size = openMillis.length;
        if (open.length != size || high.length != size || low.length != size || close.length != size) {
            throw new IllegalArgumentException("every array of bars must have %d entries".formatted(size));
        }
        this.openMillis = openMillis;
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
    }

    public int size() {
        return openMillis.length;
    }

    /** Start of a bar, milliseconds since 1970 in UTC. */
    public long openMillis(int bar) {
        return openMillis[bar];
    }

    public double open(int bar) {
        return open[bar];
    }

    public double high(int bar) {
        return high[bar];
    }

    public double low(int bar) {
        return low[bar];
    }

    public double close(int bar) {
        return close[bar];
    }

    /** A copy of some of the bars. */
    public PriceBars part(int from, int to) {
        return new PriceBars(
                Arrays.copyOfRange(openMillis, from, to),
                Arrays.copyOfRange(open, from, to),
                Arrays.copyOfRange(high, from, to),
                Arrays.copyOfRange(low, from, to),
                Arrays.copyOfRange(close, from, to));
    }

    double[] highs() {
        return high;
    }

    double[] lows() {
        return low;
    }

    double[] closes() {
        return close;
    }
}
