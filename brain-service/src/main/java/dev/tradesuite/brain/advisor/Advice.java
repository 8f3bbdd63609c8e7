package dev.tradesuite.brain.advisor;

/** What came of asking an advisor. */
public sealed interface Advice {

    /**
     * It answered, and the answer fits the schema.
     *
     * @param objections what it said
     */
    record Given(Objections objections) implements Advice {}

    /**
     * There is no opinion.
     *
     * @param why kind of failure
     * @param detail for the log; holds no key and no answer text
     */
    record Withheld(Why why, String detail) implements Advice {}

    /** Why there is no opinion. */
    enum Why {
        /** The model declined to answer. */
        REFUSED,
        /** The answer does not fit the schema, or was cut off. */
        MALFORMED,
        /** The vendor asks to slow down. */
        RATE_LIMITED,
        /** There was no answer in time. */
        TIMED_OUT,
        /** The vendor could not be reached or answered with an error. */
        FAILED
    }

    /** The opinion in these figures, or none when one of them is missing or out of its range. */
    static Advice of(Number toBuy, Number toSell, String reason) {
        try {
            return new Given(new Objections(toBuy.doubleValue(), toSell.doubleValue(), reason));
        } catch (IllegalArgumentException invalid) {
            return new Withheld(Why.MALFORMED, String.valueOf(invalid.getMessage()));
        }
    }
}
