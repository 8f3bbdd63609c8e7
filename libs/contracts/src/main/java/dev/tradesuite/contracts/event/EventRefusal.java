package dev.tradesuite.contracts.event;

/** Why an event is not even read. It ends in the dead letters with this as its reason, and changes nothing. */
public enum EventRefusal {
    EVENT_UNSIGNED("It has no signature; every event of this installation has one."),
    EVENT_SIGNATURE_WRONG(
            "Its signature was not made of this topic, key and value with a secret of this installation.");

    private final String sentence;

    EventRefusal(String sentence) {
        this.sentence = sentence;
    }

    /** What it means, in one sentence. */
    public String sentence() {
        return sentence;
    }
}
