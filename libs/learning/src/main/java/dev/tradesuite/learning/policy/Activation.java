package dev.tradesuite.learning.policy;

/**
 * Exponential, logistic and hyperbolic tangent with the same result on every machine, to 15 digits.
 *
 * <p>A network asks for a hundred of them a bar, and {@link StrictMath} takes five times as long. Its values stand in a
 * table; between them only additions, multiplications and divisions are used, which Java rounds alike everywhere.
 */
final class Activation {

    private static final int STEPS = 64;
    private static final double STEPS_PER_UNIT = STEPS / StrictMath.log(2);
    /** ln(2) / 64 in two parts, fdlibm's; the first has so few digits that its multiples are exact. */
    private static final double STEP_HIGH = 0.6931471803691238 / STEPS;

    private static final double STEP_LOW = 1.9082149292705877E-10 / STEPS;
    private static final double LARGEST = 700;
    private static final double[] POWERS = powers();

    private Activation() {}

    /** e to the power of x; beyond -700 and 700 as at these. */
    static double exp(double x) {
        double bounded = x > LARGEST ? LARGEST : x < -LARGEST ? -LARGEST : x;
        double steps = Math.rint(bounded * STEPS_PER_UNIT);
        double rest = bounded - steps * STEP_HIGH - steps * STEP_LOW;
        double polynomial = rest * (1 + rest * (1.0 / 2 + rest * (1.0 / 6 + rest * (1.0 / 24 + rest * (1.0 / 120)))));
        int step = (int) steps;
        double power = POWERS[step & (STEPS - 1)];
        double exponent = Double.longBitsToDouble((long) (1023 + (step >> 6)) << 52);
        return (power + power * polynomial) * exponent;
    }

    /** 1 / (1 + e^-x). */
    static double logistic(double x) {
        return 1 / (1 + exp(-x));
    }

    static double tanh(double x) {
        return 1 - 2 / (exp(2 * x) + 1);
    }

    private static double[] powers() {
        double[] powers = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            powers[i] = StrictMath.pow(2, (double) i / STEPS);
        }
        return powers;
    }
}
