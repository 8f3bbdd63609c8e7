package dev.tradesuite.quant.risk;

import java.util.Arrays;

/** Quantile and mean of the worst of outcomes. */
final class EmpiricalTail {

    private EmpiricalTail() {}

    /** VaR and ES of the returns, brought to the horizon. */
    static double[] of(ReturnSample sample) {
        double mean = sample.moments().mean();
        TailLevel level = sample.level();
        double[] losses = of(sample.returns(), level);
        for (int k = 0; k < losses.length; k++) {
            losses[k] = -(mean * level.horizon() + (-losses[k] - mean) * level.root());
        }
        return losses;
    }

    /** VaR and ES of outcomes as they are. */
    static double[] of(double[] outcomes, TailLevel level) {
        double[] sorted = outcomes.clone();
        Arrays.sort(sorted);
        double position = (sorted.length - 1) * level.tail();
        int below = (int) position;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        double quantile = sorted[below] + (position - below) * (above - sorted[below]);
        double sum = 0;
        for (int k = 0; k <= below; k++) {
            sum += sorted[k];
        }
        return new double[] {-quantile, -sum / (below + 1)};
    }
}
