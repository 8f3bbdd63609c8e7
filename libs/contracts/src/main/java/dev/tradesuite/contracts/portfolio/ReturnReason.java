package dev.tradesuite.contracts.portfolio;

/** Why there is no daily return. */
public enum ReturnReason {
    SOURCE_NOT_ANSWERING("The service that knows the source does not answer."),
    SOURCE_REFUSES("The service that knows the source refuses the question; it may be gone."),
    SOURCE_WITHOUT_EQUITY("The source has no equity at the end of a day yet."),
    SOURCE_UNREADABLE("What the source answered could not be used."),
    CAPITAL_WAS_LOST("There was no equity above zero at the start of the day to measure a return by."),
    MORE_THAN_ALL_LOST("More was lost than there was, which no return tells.");

    private final String sentence;

    ReturnReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence. */
    public String sentence() {
        return sentence;
    }
}
