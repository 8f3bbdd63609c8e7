package dev.tradesuite.quant.performance;

/**
 * Mean and spread of values, in two passes so that a large common level costs no digits.
 *
 * @param count how many values
 * @param mean their mean
 * @param squares sum of the squared distances from it
 * @param cubes sum of the cubed distances
 * @param fourths sum of the fourth powers of the distances
 */
public record Moments(int count, double mean, double squares, double cubes, double fourths) {

    /** Returns of money kept with 8 decimals differ by more than this when they differ. */
    private static final double ROUNDING = 1e-12;

    /** Moments of values, at least one. */
    public static Moments of(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        double cubes = 0;
        double fourths = 0;
        for (double value : values) {
            double distance = value - mean;
            squares += distance * distance;
            cubes += distance * distance * distance;
            fourths += distance * distance * distance * distance;
        }
        return new Moments(values.length, mean, squares, cubes, fourths);
    }

    /** Standard deviation of the sample, with n - 1. */
    public double deviation() {
        return Math.sqrt(squares / (count - 1));
    }

    /** Whether the values differ by more than rounding. */
    public boolean vary() {
        return deviation() > ROUNDING;
    }

    /** Third standardised moment, with n. */
    public double skewness() {
        return cubes / count / Math.pow(squares / count, 1.5);
    }

    /** Fourth standardised moment, with n; 3 for a normal distribution. */
    public double kurtosis() {
        return fourths / count / Math.pow(squares / count, 2);
    }
}
