package dev.tradesuite.accounting.paper;

/** Why a paper account did not open the position a signal asked for. */
public enum PaperRefusal {
    NO_CONVERSION("There is no rate from the quote currency to that of the account; the signal counts as flat."),
    BEYOND_LEVELS("The price is at the signal's stop or target already, or beyond it."),
    NO_SIZE("The size leaves nothing to buy or sell.");

    private final String sentence;

    PaperRefusal(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence. */
    public String sentence() {
        return sentence;
    }
}
