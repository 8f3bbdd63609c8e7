package dev.tradesuite.brain.model.factor;

import dev.tradesuite.learning.feature.BarFeatures;

/**
 * One reading of a bar between -1 and 1, above zero where it speaks for rising prices. Each is a feature of the tree
 * models times a factor, cut to the range.
 */
enum Factor {
    /** (RSI 14 - 50) / 50. */
    STRENGTH("rsi_14", 1),
    /** MACD histogram x 2 / ATR 14. */
    MACD_HISTOGRAM("macd_histogram", 2),
    /** (EMA 12 - EMA 26) / ATR 14. */
    AVERAGES("ema_12_26", 1),
    /** (close - EMA 100) / (4 ATR 14). */
    SLOW_AVERAGE("ema_100_distance", 1),
    /** (close - SMA 20) / (2 standard deviations of 20 closes). */
    BAND("bollinger_20", 1),
    /** Logarithmic return of 12 bars / (2 s sqrt(12)), s the standard deviation of the returns of one bar. */
    RETURN_12("return_12", 0.5);

    private final int feature;
    private final double factor;

    Factor(String feature, double factor) {
        this.feature = BarFeatures.NAMES.indexOf(feature);
        this.factor = factor;
        if (this.feature < 0) {
            throw new IllegalStateException("there is no feature " + feature);
        }
    }

    /** The reading in the features of a bar. */
    double in(double[] features) {
        return Math.clamp(features[feature] * factor, -1.0, 1.0);
    }

    /** Name of the feature it is made of. */
    String featureName() {
        return BarFeatures.NAMES.get(feature);
    }
}
