package dev.tradesuite.quant.moment;

/**
 * Weights (1 - a)^age with a = 2 / (span + 1), the newest period first of age 0 and the last of the array. They are not
 * normalised: a mean divides by the sum of those that count.
 */
final class ExponentialWeights {

    private ExponentialWeights() {}

    static double[] of(double span, int periods) {
        double keep = 1 - 2 / (Annual.span(span) + 1);
        double[] weights = new double[periods];
        double weight = 1;
        for (int t = periods - 1; t >= 0; t--) {
            weights[t] = weight;
            weight *= keep;
        }
        return weights;
    }
}
