package dev.tradesuite.contracts.portfolio;

/** Why a daily return that was handed in is not stored. */
public enum ReturnRefusal {
    BAD_RETURN_ROW("The row has not as many fields as the header."),
    BAD_RETURN_DAY("The day is missing or no date; expected such as 2026-01-31."),
    RETURN_DAY_NOT_OVER("The day is not over yet in UTC, so its return is not known."),
    BAD_RETURN_VALUE("The return is missing or no number; expected a fraction, 0.01 for 1 %."),
    RETURN_BELOW_TOTAL_LOSS("The return is below -1: nobody loses more than everything."),
    RETURN_IMPLAUSIBLE("The return is above 10, which is 1,000 % in a day; expected a fraction, 0.01 for 1 %."),
    RETURN_DAY_REPEATED("An earlier row of the request has the return of this day.");

    private final String sentence;

    ReturnRefusal(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence. */
    public String sentence() {
        return sentence;
    }
}
