package dev.tradesuite.quant.swing;

/** Where the price stands in the newest swing. */
public sealed interface Retracement {

    /** There is no swing of the size asked for yet. */
    record NoSwing() implements Retracement {}

    /**
     * The price went beyond the swing's end: the swing still grows, nothing is given back.
     *
     * @param swing newest swing
     */
    record Extending(Swing swing) implements Retracement {}

    /**
     * The price went beyond the swing's start: all of it was given back.
     *
     * @param swing newest swing
     */
    record Broken(Swing swing) implements Retracement {}

    /**
     * The pullback ended away from every level.
     *
     * @param swing newest swing
     * @param depth deepest part given back, 0 to 1
     */
    record BetweenLevels(Swing swing, double depth) implements Retracement {}

    /**
     * The pullback reached a level, and no candle has closed back in the swing's direction yet.
     *
     * @param swing newest swing
     * @param level level reached
     */
    record Touched(Swing swing, FibonacciLevel level) implements Retracement {}

    /**
     * The pullback reached a level too many candles ago for a close to confirm it now.
     *
     * @param swing newest swing
     * @param level level reached
     * @param candlesAgo age of the pullback's extreme
     */
    record Expired(Swing swing, FibonacciLevel level, int candlesAgo) implements Retracement {}

    /**
     * The pullback reached a level and the last candle closed back in the swing's direction.
     *
     * @param swing newest swing
     * @param level level reached
     */
    record Confirmed(Swing swing, FibonacciLevel level) implements Retracement {}
}
