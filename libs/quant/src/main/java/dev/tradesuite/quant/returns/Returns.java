package dev.tradesuite.quant.returns;

/** Returns from one price to the next; a series of n prices has n - 1 of them. */
public final class Returns {

    private Returns() {}

    /**
     * Simple returns, price / previous price - 1: 0.02 is a gain of 2 %.
     *
     * @param prices oldest first, each finite and above zero; fewer than two give no returns
     */
    public static double[] simple(double[] prices) {
        requirePrices(prices);
        double[] returns = new double[Math.max(0, prices.length - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = prices[i + 1] / prices[i] - 1;
        }
        return returns;
    }

    /**
     * Logarithmic returns, ln(price / previous price), which add up over time.
     *
     * @param prices oldest first, each finite and above zero; fewer than two give no returns
     */
    public static double[] log(double[] prices) {
        requirePrices(prices);
        double[] returns = new double[Math.max(0, prices.length - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = Math.log(prices[i + 1] / prices[i]);
        }
        return returns;
    }

    static void requirePrices(double[] prices) {
        for (int i = 0; i < prices.length; i++) {
            if (!(prices[i] > 0 && prices[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("price " + i + " must be finite and above zero, was " + prices[i]);
            }
        }
    }
}
