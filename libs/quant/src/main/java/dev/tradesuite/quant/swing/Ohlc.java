package dev.tradesuite.quant.swing;

/**
 * Prices of closed candles, oldest first, one array each.
 *
 * <p>The arrays are held, not copied: who hands them over must not change them afterwards.
 */
public final class Ohlc {

    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;

    /** Prices of candles; all arrays have the same length. */
    public Ohlc(double[] open, double[] high, double[] low, double[] close) {
        if (open.length != high.length || open.length != low.length || open.length != close.length) {
            throw new IllegalArgumentException("every candle needs open, high, low and close, were " + open.length
                    + ", " + high.length + ", " + low.length + " and " + close.length);
        }
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
    }

    /** Number of candles. */
    public int size() {
        return close.length;
    }

    /** First price of a candle. */
    public double open(int index) {
        return open[index];
    }

    /** Highest price of a candle. */
    public double high(int index) {
        return high[index];
    }

    /** Lowest price of a candle. */
    public double low(int index) {
        return low[index];
    }

    /** Last price of a candle. */
    public double close(int index) {
        return close[index];
    }
}
