package dev.tradesuite.quant.returns;

/**
 * Prices of one instrument at known times, oldest first. Immutable.
 *
 * <p>Times are milliseconds since 1970 in UTC; any other ascending numbering does too, as long as histories that are
 * compared share it.
 */
public final class PriceHistory {

    private final long[] times;
    private final double[] prices;

    private PriceHistory(long[] times, double[] prices) {
        this.times = times;
        this.prices = prices;
    }

    /**
     * A history of these prices.
     *
     * @param times strictly ascending
     * @param prices one for each time, finite and above zero
     */
    public static PriceHistory of(long[] times, double[] prices) {
        if (times.length != prices.length) {
            throw new IllegalArgumentException(
                    "every price needs its time: " + times.length + " times, " + prices.length + " prices");
        }
        for (int i = 1; i < times.length; i++) {
            if (times[i] <= times[i - 1]) {
                throw new IllegalArgumentException("time " + i + " must be after the one before it");
            }
        }
        Returns.requirePrices(prices);
        return new PriceHistory(times.clone(), prices.clone());
    }

    /** Number of prices. */
    public int size() {
        return times.length;
    }

    long time(int index) {
        return times[index];
    }

    double price(int index) {
        return prices[index];
    }
}
