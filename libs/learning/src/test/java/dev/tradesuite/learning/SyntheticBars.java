package dev.tradesuite.learning;

import dev.tradesuite.learning.feature.PriceBars;
import java.util.Random;

/** Bars of five minutes that walk at random, from a seed. */
public final class SyntheticBars {

    private static final long START = 1_767_225_600_000L; // 2026-01-01
    private static final long BAR = 300_000;

    private SyntheticBars() {}

    /** A walk without a drift. */
    public static PriceBars walk(int size, long seed) {
        return reverting(size, 0, seed);
    }

    /** A walk whose steps go back a part of the step before. */
    public static PriceBars reverting(int size, double part, long seed) {
        Random random = new Random(seed);
        long[] millis = new long[size];
        double[][] prices = new double[4][size];
        double price = 1.1;
        double step = 0;
        for (int bar = 0; bar < size; bar++) {
            millis[bar] = START + bar * BAR;
            step = 0.0003 * random.nextGaussian() - part * step;
            prices[0][bar] = price;
            double close = price * (1 + step);
            prices[1][bar] = Math.max(price, close) * (1 + 0.0001 * random.nextDouble());
            prices[2][bar] = Math.min(price, close) * (1 - 0.0001 * random.nextDouble());
            prices[3][bar] = close;
            price = close;
        }
        return new PriceBars(millis, prices[0], prices[1], prices[2], prices[3]);
    }

    /** The same bars with other prices from one bar on. */
    public static PriceBars changedFrom(PriceBars bars, int from) {
        int size = bars.size();
        long[] millis = new long[size];
        double[][] prices = new double[4][size];
        for (int bar = 0; bar < size; bar++) {
            double factor = bar < from ? 1 : 1.5 + 0.2 * (bar % 3);
            millis[bar] = bars.openMillis(bar);
            prices[0][bar] = bars.open(bar) * factor;
            prices[1][bar] = bars.high(bar) * factor;
            prices[2][bar] = bars.low(bar) * factor;
            prices[3][bar] = bars.close(bar) * factor;
        }
        return new PriceBars(millis, prices[0], prices[1], prices[2], prices[3]);
    }

    /** The same bars with every price times a factor. */
    public static PriceBars times(PriceBars bars, double factor) {
        int size = bars.size();
        long[] millis = new long[size];
        double[][] prices = new double[4][size];
        for (int bar = 0; bar < size; bar++) {
            millis[bar] = bars.openMillis(bar);
            prices[0][bar] = bars.open(bar) * factor;
            prices[1][bar] = bars.high(bar) * factor;
            prices[2][bar] = bars.low(bar) * factor;
            prices[3][bar] = bars.close(bar) * factor;
        }
        return new PriceBars(millis, prices[0], prices[1], prices[2], prices[3]);
    }

    /** Bars that all have one price. */
    public static PriceBars flat(int size) {
        PriceBars bars = walk(size, 1);
        long[] millis = new long[size];
        double[] price = new double[size];
        for (int bar = 0; bar < size; bar++) {
            millis[bar] = bars.openMillis(bar);
            price[bar] = 3_884.84;
        }
        return new PriceBars(millis, price, price, price, price);
    }
}
