package dev.tradesuite.quant.optimiser;

/** Why another method answered than the one asked for. */
public enum MethodChange {
    /** No portfolio within the constraints is expected to earn more than the risk-free rate. */
    NOTHING_BEATS_RISK_FREE("Nothing beats the risk-free rate, so the least volatility is held instead.");

    private final String sentence;

    MethodChange(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
