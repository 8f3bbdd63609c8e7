package dev.tradesuite.contracts.ledger;

/** Why a field of a round trip is absent. */
public enum RoundTripReason {
    PRICES_NOT_KEPT("The books keep the newest price of an instrument only, so what happened on the way is not known."),
    NOT_IN_BOOKS("The books do not have it; the order, found by its id, does."),
    BOOKED_BEFORE_TOLD("It was booked before fills told it; the order, found by its id, says what it was.");

    private final String sentence;

    RoundTripReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence. */
    public String sentence() {
        return sentence;
    }
}
