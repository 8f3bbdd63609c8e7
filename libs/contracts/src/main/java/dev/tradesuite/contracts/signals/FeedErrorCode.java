package dev.tradesuite.contracts.signals;

/** What is wrong with what a client of the WebSocket feed said. */
public enum FeedErrorCode {
    BROKEN_JSON("The frame is no JSON object, and not the text ping."),
    NOT_TEXT("The frame is binary; the feed speaks text."),
    UNKNOWN_TYPE("The type is none a client may send: subscribe, unsubscribe, resume."),
    UNKNOWN_FIELD("The message has a field its type does not know."),
    INVALID_VALUE("A field has a value it cannot have, or is missing; the message names the allowed ones.");

    private final String sentence;

    FeedErrorCode(String sentence) {
        this.sentence = sentence;
    }

    /** The code in a sentence. */
    public String sentence() {
        return sentence;
    }
}
