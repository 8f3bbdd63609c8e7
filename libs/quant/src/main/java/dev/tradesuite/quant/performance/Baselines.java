package dev.tradesuite.quant.performance;

import java.util.Arrays;

/** What an account is compared with: the curves of doing nothing, and of buying once and holding. */
public final class Baselines {

    private Baselines() {}

    /** The equity of the start at every time of the curve. */
    public static EquityCurve doNothing(EquityCurve curve) {
        double[] equity = new double[curve.size()];
        Arrays.fill(equity, curve.first());
        return EquityCurve.of(times(curve), equity);
    }

    /**
     * All the equity of the start put into the base at the first price and held, without costs: equity = start + units
     * x (price - first price) x rate, with units = start / (first price x first rate).
     *
     * @param curve whose start and times count
     * @param prices of the instrument at these times, above zero
     * @param rates from its quote currency to that of the account at these times, above zero; 1 where they are the same
     */
    public static EquityCurve buyAndHold(EquityCurve curve, double[] prices, double[] rates) {
        if (prices.length != curve.size() || rates.length != curve.size()) {
            throw new IllegalArgumentException("every point needs a price and a rate: %d points, %d prices, %d rates"
                    .formatted(curve.size(), prices.length, rates.length));
        }
        double units = curve.first() / (prices[0] * rates[0]);
        double[] equity = new double[curve.size()];
        for (int i = 0; i < equity.length; i++) {
            if (!(prices[i] > 0 && rates[i] > 0)) {
                throw new IllegalArgumentException(
                        "price and rate " + i + " must be above zero, was " + prices[i] + " and " + rates[i]);
            }
            equity[i] = curve.first() + units * (prices[i] - prices[0]) * rates[i];
        }
        return EquityCurve.of(times(curve), equity);
    }

    private static long[] times(EquityCurve curve) {
        long[] times = new long[curve.size()];
        Arrays.setAll(times, i -> curve.time(i).toEpochMilli());
        return times;
    }
}
