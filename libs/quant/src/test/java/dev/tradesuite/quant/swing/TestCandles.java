package dev.tradesuite.quant.swing;

import java.util.Arrays;
import java.util.Random;

/** Candles for tests. */
final class TestCandles {

    private TestCandles() {}

    /** Candles that close at these prices, open at the close before and reach 0.1 beyond both. */
    static Ohlc closingAt(double... closes) {
        int n = closes.length;
        double[] open = new double[n];
        double[] high = new double[n];
        double[] low = new double[n];
        for (int i = 0; i < n; i++) {
            open[i] = closes[Math.max(0, i - 1)];
            high[i] = Math.max(open[i], closes[i]) + 0.1;
            low[i] = Math.min(open[i], closes[i]) - 0.1;
        }
        return new Ohlc(open, high, low, closes);
    }

    /** A random walk from 100 in steps of up to 1. */
    static Ohlc randomWalk(long seed, int length) {
        Random random = new Random(seed);
        double[] open = new double[length];
        double[] high = new double[length];
        double[] low = new double[length];
        double[] close = new double[length];
        double price = 100;
        for (int i = 0; i < length; i++) {
            open[i] = price;
            price += random.nextGaussian() * 0.5;
            close[i] = price;
            high[i] = Math.max(open[i], price) + random.nextDouble() * 0.3;
            low[i] = Math.min(open[i], price) - random.nextDouble() * 0.3;
        }
        return new Ohlc(open, high, low, close);
    }

    static Ohlc first(Ohlc candles, int count) {
        double[][] prices = new double[4][count];
        for (int i = 0; i < count; i++) {
            prices[0][i] = candles.open(i);
            prices[1][i] = candles.high(i);
            prices[2][i] = candles.low(i);
            prices[3][i] = candles.close(i);
        }
        return new Ohlc(prices[0], prices[1], prices[2], prices[3]);
    }

    /** The same candles seen in a mirror at a price: what rose falls. */
    static Ohlc mirrored(Ohlc candles, double at) {
        int n = candles.size();
        double[][] prices = new double[4][n];
        for (int i = 0; i < n; i++) {
            prices[0][i] = 2 * at - candles.open(i);
            prices[1][i] = 2 * at - candles.low(i);
            prices[2][i] = 2 * at - candles.high(i);
            prices[3][i] = 2 * at - candles.close(i);
        }
        return new Ohlc(prices[0], prices[1], prices[2], prices[3]);
    }

    /** Prices from one to another in equal steps, both included. */
    static double[] line(double from, double to, int steps) {
        double[] prices = new double[steps + 1];
        Arrays.setAll(prices, i -> from + (to - from) * i / steps);
        return prices;
    }

    static double[] join(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }
}
