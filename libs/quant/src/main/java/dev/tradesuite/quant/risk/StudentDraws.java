package dev.tradesuite.quant.risk;

import java.util.random.RandomGenerator;

/** Draws of a Student variable with mean 0 and variance 1, or of a normal one. Not safe for several threads. */
final class StudentDraws {

    /** Beyond so many degrees of freedom nothing tells it from a normal one. */
    private static final double NORMAL_FROM = 1000;

    private final double degrees;
    private final RandomGenerator random;

    private StudentDraws(double degrees, RandomGenerator random) {
        this.degrees = degrees;
        this.random = random;
    }

    /** Draws with an excess kurtosis, 6 / (degrees - 4); normal ones when it is not above 0. */
    static StudentDraws of(double excessKurtosis, RandomGenerator random) {
        return new StudentDraws(excessKurtosis > 0 ? 4 + 6 / excessKurtosis : Double.POSITIVE_INFINITY, random);
    }

    double next() {
        double normal = random.nextGaussian();
        return degrees > NORMAL_FROM ? normal : normal * Math.sqrt((degrees - 2) / (2 * gamma(degrees / 2)));
    }

    /** A gamma variable with a shape above 1 (Marsaglia and Tsang 2000). */
    private double gamma(double shape) {
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double root = 1 + c * x;
            double v = root * root * root;
            if (root > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d * (1 - v + Math.log(v))) {
                return d * v;
            }
        }
    }
}
