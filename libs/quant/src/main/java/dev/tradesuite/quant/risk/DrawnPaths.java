package dev.tradesuite.quant.risk;

import dev.tradesuite.quant.performance.Moments;
import java.util.SplittableRandom;

/**
 * Paths drawn with the mean, deviation and kurtosis of returns.
 *
 * @param sample the returns
 * @param seed of the draws
 */
record DrawnPaths(ReturnSample sample, long seed) {

    static final int PATHS = 10_000;

    double[] tail() {
        return EmpiricalTail.of(outcomes(), sample.level());
    }

    private double[] outcomes() {
        Moments moments = sample.moments();
        StudentDraws draws = StudentDraws.of(moments.kurtosis() - 3, new SplittableRandom(seed));
        double[] outcomes = new double[PATHS];
        for (int path = 0; path < PATHS; path++) {
            double value = 1;
            for (int period = 0; period < sample.level().horizon(); period++) {
                value *= 1 + Math.max(-1, moments.mean() + moments.deviation() * draws.next());
            }
            outcomes[path] = value - 1;
        }
        return outcomes;
    }
}
