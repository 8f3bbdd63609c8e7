package dev.tradesuite.contracts.signals;

/** Why an answer of the models has nothing in its list. */
public enum NoDataReason {
    NO_ACCOUNTS("No model has an account for this symbol in this run yet."),
    NO_SIGNALS("No model has said anything yet."),
    NO_MATCHING_SIGNALS("No model said anything like it in the period."),
    NO_OPEN_POSITION("No model holds a position."),
    NO_EQUITY("There is no equity point in the period."),
    NO_FORECASTS("No signal to buy or sell is old enough to know what came of it."),
    NO_CLOSED_TRADES("No trade was closed in the period.");

    private final String sentence;

    NoDataReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence. */
    public String sentence() {
        return sentence;
    }
}
