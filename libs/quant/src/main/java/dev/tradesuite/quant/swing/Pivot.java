package dev.tradesuite.quant.swing;

import java.util.ArrayList;
import java.util.List;

/**
 * A candle whose high (or low) stands out from the candles around it.
 *
 * @param index candle in its series
 * @param price its high or its low
 * @param top whether it is a high
 */
public record Pivot(int index, double price, boolean top) {

    /**
     * All pivots that are known at the last candle, oldest first.
     *
     * <p>A high is a pivot when it is above the {@code strength} highs before it and not below the {@code strength}
     * highs after it; lows likewise. Of a plateau the first candle counts. A candle that is both a high and a low is
     * left out, because which came first cannot be known. Because the candles after it are needed, a pivot at candle i
     * is known from candle i + strength on, and never changes from then on.
     *
     * @param strength candles on each side, at least 1
     */
    public static List<Pivot> confirmed(Ohlc candles, int strength) {
        if (strength < 1) {
            throw new IllegalArgumentException("strength must be at least 1, was " + strength);
        }
        List<Pivot> pivots = new ArrayList<>();
        for (int i = strength; i < candles.size() - strength; i++) {
            boolean top = isTop(candles, i, strength);
            boolean bottom = isBottom(candles, i, strength);
            if (top != bottom) {
                pivots.add(new Pivot(i, top ? candles.high(i) : candles.low(i), top));
            }
        }
        return pivots;
    }

    private static boolean isTop(Ohlc candles, int i, int strength) {
        double high = candles.high(i);
        for (int k = 1; k <= strength; k++) {
            if (candles.high(i - k) >= high || candles.high(i + k) > high) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBottom(Ohlc candles, int i, int strength) {
        double low = candles.low(i);
        for (int k = 1; k <= strength; k++) {
            if (candles.low(i - k) <= low || candles.low(i + k) < low) {
                return false;
            }
        }
        return true;
    }
}
