package dev.tradesuite.quant.performance;

/**
 * What an annualised metric rests on.
 *
 * @param interval length of the stretches whose returns were looked at
 * @param count how many returns there were
 * @param periodsPerYear stretches in a year of that market: its trading hours or days; a ratio is annualised by its
 *     square root
 */
public record Basis(ReturnInterval interval, int count, double periodsPerYear) {

    public Basis {
        if (!(periodsPerYear > 0 && periodsPerYear < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("periods per year must be above 0, was " + periodsPerYear);
        }
    }

    /** What a metric of one stretch is multiplied by, the square root of the stretches in a year. */
    public double factor() {
        return Math.sqrt(periodsPerYear);
    }
}
