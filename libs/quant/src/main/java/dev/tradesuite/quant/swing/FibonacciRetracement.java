package dev.tradesuite.quant.swing;

/**
 * Reads whether the price has pulled back to a Fibonacci level of the newest swing and turned there.
 *
 * <p>The swing lies between two confirmed {@linkplain Pivot pivots}. Its levels are measured from its end back towards
 * its start, so they lie below the end of a move up and above the end of a move down. The deepest price since the end
 * is the pullback; it reaches a level when it comes within a tolerance of it. The turn is confirmed when the last
 * candle closes in the swing's direction, beyond the close before it and on the far side of the level, soon after the
 * deepest price. Only closed candles up to the last one are read, so a reading never depends on candles that come
 * later.
 *
 * <p>Worked example: a move from 100 up to 110 has its 61.8 % level at 110 - 0.618 x 10 = 103.82. With an average true
 * range of 1 and a tolerance of 0.2, a low between 103.62 and 104.02 reaches it.
 *
 * @param pivotStrength candles on each side of a pivot, at least 1; a pivot is known that many candles later
 * @param minSwingAtr smallest swing in average true ranges, above zero
 * @param toleranceAtr largest distance between the pullback and a level, in average true ranges, zero or more
 * @param confirmWithin candles after the deepest price in which the turn may come, zero or more
 */
public record FibonacciRetracement(int pivotStrength, double minSwingAtr, double toleranceAtr, int confirmWithin) {

    public FibonacciRetracement {
        require(pivotStrength >= 1, "pivotStrength must be at least 1", pivotStrength);
        require(minSwingAtr > 0 && minSwingAtr < Double.POSITIVE_INFINITY, "minSwingAtr must be above 0", minSwingAtr);
        require(
                toleranceAtr >= 0 && toleranceAtr < Double.POSITIVE_INFINITY,
                "toleranceAtr must be 0 or more",
                toleranceAtr);
        require(confirmWithin >= 0, "confirmWithin must be 0 or more", confirmWithin);
    }

    /**
     * Where the price stands at the last candle.
     *
     * @param candles closed candles, oldest first
     * @param atr average true range at the last candle, above zero
     */
    public Retracement read(Ohlc candles, double atr) {
        require(atr > 0 && atr < Double.POSITIVE_INFINITY, "the average true range must be above 0", atr);
        return Swing.newest(Pivot.confirmed(candles, pivotStrength), minSwingAtr * atr)
                .map(swing -> readIn(swing, candles, atr))
                .orElseGet(Retracement.NoSwing::new);
    }

    private Retracement readIn(Swing swing, Ohlc candles, double atr) {
        int deepest = deepestSince(swing, candles);
        double depth = swing.depthAt(pullback(swing, candles, deepest));
        if (furthestDepthBeyondEnd(swing, candles) < 0) {
            return new Retracement.Extending(swing);
        }
        if (depth > 1) {
            return new Retracement.Broken(swing);
        }
        FibonacciLevel level = FibonacciLevel.nearest(depth);
        if (Math.abs(level.ratio() - depth) * swing.size() > toleranceAtr * atr) {
            return new Retracement.BetweenLevels(swing, depth);
        }
        int last = candles.size() - 1;
        if (last - deepest > confirmWithin) {
            return new Retracement.Expired(swing, level, last - deepest);
        }
        return closesBack(swing, level, candles, last)
                ? new Retracement.Confirmed(swing, level)
                : new Retracement.Touched(swing, level);
    }

    /** Candle with the deepest price since the end of the swing; a confirmed pivot always has candles after it. */
    private static int deepestSince(Swing swing, Ohlc candles) {
        int deepest = swing.end().index() + 1;
        for (int i = deepest + 1; i < candles.size(); i++) {
            double depth = swing.depthAt(pullback(swing, candles, i));
            if (depth >= swing.depthAt(pullback(swing, candles, deepest))) {
                deepest = i;
            }
        }
        return deepest;
    }

    private static double pullback(Swing swing, Ohlc candles, int index) {
        return swing.up() ? candles.low(index) : candles.high(index);
    }

    /** Smallest depth since the end; negative when the price went beyond the end. */
    private static double furthestDepthBeyondEnd(Swing swing, Ohlc candles) {
        double furthest = Double.POSITIVE_INFINITY;
        for (int i = swing.end().index() + 1; i < candles.size(); i++) {
            furthest = Math.min(furthest, swing.depthAt(swing.up() ? candles.high(i) : candles.low(i)));
        }
        return furthest;
    }

    private static boolean closesBack(Swing swing, FibonacciLevel level, Ohlc candles, int last) {
        int sign = swing.up() ? 1 : -1;
        double close = candles.close(last);
        return sign * (close - candles.open(last)) > 0
                && sign * (close - candles.close(last - 1)) > 0
                && sign * (close - swing.priceAt(level.ratio())) > 0;
    }

    private static void require(boolean holds, String what, double value) {
        if (!holds) {
            throw new IllegalArgumentException(what + ", was " + value);
        }
    }
}
