package dev.tradesuite.learning.feature;

/** What a model sees on one bar. */
public sealed interface FeatureRow {

    /**
     * The values are known.
     *
     * @param values in the order of the names; the receiver owns the array
     * @param atr average true range of 14 bars in price units, above zero
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Known(double[] values, double atr) implements FeatureRow {}

    /** They are not. */
    record Unknown(FeatureGap gap) implements FeatureRow {}
}
