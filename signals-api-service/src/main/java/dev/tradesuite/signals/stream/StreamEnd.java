package dev.tradesuite.signals.stream;

/** Why a connection ends. */
public enum StreamEnd {
    /** The client itself left. */
    GONE(1000, "Bye"),
    /** Its token is no longer good; it connects again with a new one. */
    TOKEN_ENDED(4001, "The token has ended: connect with a new one"),
    /** Too much waits for it, or it takes nothing; it connects again and resumes. */
    SLOW(4008, "Too slow: connect again with last_seq"),
    /** It sent too much, too often or too many mistakes. */
    MISUSE(1008, "Too large a frame, too many frames or too many errors"),
    /** There are as many clients as there may be. */
    FULL(1013, "Too many clients: try again later"),
    /** This instance stops; it connects to another one and resumes. */
    SHUTDOWN(1012, "This instance stops: connect again with last_seq");

    private final int code;
    private final String sentence;

    StreamEnd(int code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** Code of the close frame. */
    public int code() {
        return code;
    }

    /** In words, for the close frame. */
    public String sentence() {
        return sentence;
    }
}
