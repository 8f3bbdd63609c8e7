package dev.tradesuite.quant.swing;

/**
 * How much of a swing has been given back, by the ratios traders watch.
 *
 * <p>61.8 % is the ratio of neighbouring Fibonacci numbers, 38.2 % and 23.6 % those of numbers two and three apart,
 * 78.6 % the square root of 61.8 %; 50 % is no Fibonacci ratio but the half that Dow theory watches.
 */
public enum FibonacciLevel {
    LEVEL_23_6(0.236),
    LEVEL_38_2(0.382),
    LEVEL_50(0.5),
    LEVEL_61_8(0.618),
    LEVEL_78_6(0.786);

    private final double ratio;

    FibonacciLevel(double ratio) {
        this.ratio = ratio;
    }

    /** Part of the swing, such as 0.618. */
    public double ratio() {
        return ratio;
    }

    /** The level as traders write it, such as {@code 61.8 %}. */
    public String percent() {
        return this == LEVEL_50 ? "50 %" : Math.round(ratio * 1000) / 10.0 + " %";
    }

    /** The level nearest to a depth. */
    public static FibonacciLevel nearest(double depth) {
        FibonacciLevel nearest = LEVEL_23_6;
        for (FibonacciLevel level : values()) {
            if (Math.abs(level.ratio - depth) < Math.abs(nearest.ratio - depth)) {
                nearest = level;
            }
        }
        return nearest;
    }
}
