package dev.tradesuite.quant.performance;

/** The standard normal distribution. */
public final class NormalDistribution {

    private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

    /** Beyond it the series loses digits, and the continued fraction has all of them. */
    private static final double SERIES_UP_TO = 3;

    private static final int TERMS = 60;
    private static final int STEPS = 3;

    private NormalDistribution() {}

    /** Density at a value. */
    public static double density(double x) {
        return Math.exp(-x * x / 2) / ROOT_OF_TWO_PI;
    }

    /**
     * Probability of a value up to x, to about 1e-15.
     *
     * <p>Near the middle 1/2 + density x (x + x^3/3 + x^5/(3 5) + ...), in the tails density / (x + 1/(x + 2/(x +
     * ...))) (Abramowitz and Stegun, 26.2.11 and 26.2.14).
     */
    public static double probabilityUpTo(double x) {
        if (Math.abs(x) > SERIES_UP_TO) {
            double tail = density(x) / fraction(Math.abs(x));
            return x > 0 ? 1 - tail : tail;
        }
        double term = x;
        double sum = x;
        for (int k = 1; Math.abs(term) > Math.ulp(sum) / 2; k++) {
            term *= x * x / (2 * k + 1);
            sum += term;
        }
        return 0.5 + density(x) * sum;
    }

    /**
     * Value that a probability lies below, to about 1e-14: a rational guess (Abramowitz and Stegun, 26.2.23), then
     * steps of Halley's method.
     *
     * @param probability above 0 and below 1
     */
    public static double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("a probability must be above 0 and below 1, was " + probability);
        }
        if (probability > 0.5) {
            return -quantile(1 - probability);
        }
        double t = Math.sqrt(-2 * Math.log(probability));
        double x =
                (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
        for (int step = 0; step < STEPS; step++) {
            double newton = (probabilityUpTo(x) - probability) / density(x);
            x -= newton / (1 + x * newton / 2);
        }
        return x;
    }

    private static double fraction(double x) {
        double value = x;
        for (int k = TERMS; k >= 1; k--) {
            value = x + k / value;
        }
        return value;
    }
}
