package dev.tradesuite.brain.model.factor;

import dev.tradesuite.brain.model.bar.BarModelCode;

/** A weighted sum of the factors and the score from which on it is a signal. */
public enum FactorRule {
    /** Stands in for ML_LGBM: steadier, slower to decide. */
    LGBM(BarModelCode.ML_LGBM, 0.15, new Weights(.20, .20, .20, .15, .10, .15)),
    /** Stands in for ML_XGB: leans on the averages, quicker to decide. */
    XGB(BarModelCode.ML_XGB, 0.12, new Weights(.15, .25, .25, .15, .05, .15));

    private final BarModelCode code;
    private final double threshold;

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
    private final Weights weights;

    FactorRule(BarModelCode code, double threshold, Weights weights) {
        this.code = code;
        this.threshold = threshold;
        this.weights = weights;
    }

    BarModelCode code() {
        return code;
    }

    /** Long above it, short below its negative, strictly. */
    double threshold() {
        return threshold;
    }

    double weight(Factor factor) {
        return switch (factor) {
            case STRENGTH -> weights.strength();
            case MACD_HISTOGRAM -> weights.macdHistogram();
            case AVERAGES -> weights.averages();
            case SLOW_AVERAGE -> weights.slowAverage();
            case BAND -> weights.band();
            case RETURN_12 -> weights.return12();
        };
    }

    /** The share of each factor; together 1. */
    private record Weights(
            double strength, double macdHistogram, double averages, double slowAverage, double band, double return12) {}
}
