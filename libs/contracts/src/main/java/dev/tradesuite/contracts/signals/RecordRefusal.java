package dev.tradesuite.contracts.signals;

/** Why a row of recorded trades or equity was not stored. */
public enum RecordRefusal {
    UNREADABLE_RECORD("The row has too few columns or broken quoting."),
    BAD_RECORD_TIME("A time cannot be read, or has no offset; expected such as 2026-01-31T09:30:00Z or 2026-01-31"
            + " 09:30:00+00."),
    BAD_AMOUNT("A price or an amount is missing, no decimal number, or not above zero where it must be."),
    BAD_SIDE("The side is neither long or buy nor short or sell."),
    EXIT_BEFORE_ENTRY("The trade ends before it begins."),
    RECORD_IN_FUTURE("The time lies in the future."),
    WRONG_SYMBOL("The row is of another instrument than the import."),
    SAME_TIME("The equity of this time is in the file already.");

    private final String sentence;

    RecordRefusal(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence. */
    public String sentence() {
        return sentence;
    }
}
