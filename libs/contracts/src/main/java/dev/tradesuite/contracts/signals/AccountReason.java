package dev.tradesuite.contracts.signals;

/** Why a paper account did no more about a signal. */
public enum AccountReason {
    SAME_SIGNAL("The signal is the same as before; only a change of it trades."),
    STOP_REACHED("The bar reached the stop."),
    TARGET_REACHED("The bar reached the target."),
    CAPITAL_LOST("Equity fell to zero or below; the position was liquidated and the account trades no more."),
    RUN_ENDED("The run ended with this bar."),
    MODEL_ABSTAINED("The model did not judge, which counts as flat, and there was no position to close."),
    MODEL_FLAT("The model wants no position, and there was none to close."),
    WAITS_FOR_CHANGE(
            "A position on that side ended at its stop or target; none is opened there before the signal has changed."),
    NO_CONVERSION("There was no rate from the quote currency to US dollars."),
    NOT_FILLED("The price was at the stop or target already, or the size left nothing to buy or sell.");

    private final String sentence;

    AccountReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence. */
    public String sentence() {
        return sentence;
    }
}
