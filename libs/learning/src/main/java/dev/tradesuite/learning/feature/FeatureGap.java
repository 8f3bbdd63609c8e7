package dev.tradesuite.learning.feature;

/** Why a bar has no features. */
public enum FeatureGap {
    /** Fewer closed bars than the features look back at. */
    TOO_FEW_BARS("Fewer closed bars than the model looks back at."),
    /** Prices that do not move: nothing can be measured in units of their movement. */
    NO_RANGE("The bars are flat, so nothing can be measured in units of their range.");

    private final String sentence;

    FeatureGap(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
