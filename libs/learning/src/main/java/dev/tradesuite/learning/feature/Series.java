package dev.tradesuite.learning.feature;

/** Readings both sets of features need. */
final class Series {

    private static final long DAY_MILLIS = 86_400_000;

    private Series() {}

    /** Standard deviation of the last logarithmic returns; their mean is taken as zero, as it is over some bars. */
    static double deviationOfReturns(double[] close, int bar, int count) {
        double squares = 0;
        for (int i = bar + 1 - count; i <= bar; i++) {
            // ln(1 + x) up to the third order: a hundred times cheaper, and a move of 1 % is off by 3e-9.
            double x = close[i] / close[i - 1] - 1;
            double logarithm = x - x * x / 2 + x * x * x / 3;
            squares += logarithm * logarithm;
        }
        return Math.sqrt(squares / count);
    }

    /** Logarithmic return over some bars in standard deviations of so many bars, cut to -5..5. */
    static double scaledReturn(double[] close, int bar, int length, double deviation) {
        double scaled = StrictMath.log(close[bar] / close[bar - length]) / (deviation * Math.sqrt(length));
        return Math.clamp(scaled, -5.0, 5.0);
    }

    /** Where the close stands between the lowest and the highest price of the last bars, -1 to 1. */
    static double placeInChannel(PriceBars bars, int bar, int length) {
        double highest = bars.high(bar);
        double lowest = bars.low(bar);
        for (int i = bar + 1 - length; i < bar; i++) {
            highest = Math.max(highest, bars.high(i));
            lowest = Math.min(lowest, bars.low(i));
        }
        return highest > lowest ? 2 * (bars.close(bar) - lowest) / (highest - lowest) - 1 : 0;
    }

    /** Time of day in UTC as an angle. */
    static double angleOfDay(long millis) {
        return 2 * Math.PI * Math.floorMod(millis, DAY_MILLIS) / DAY_MILLIS;
    }
}
