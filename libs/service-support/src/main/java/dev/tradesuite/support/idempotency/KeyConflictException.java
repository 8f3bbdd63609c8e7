package dev.tradesuite.support.idempotency;

/** A key cannot be answered: the work under it is not done yet, or it was other work. */
public final class KeyConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the key. */
    public enum Kind {
        /** The first request with it is still running. */
        IN_USE,
        /** It was used for another request. */
        REUSED
    }

    private final Kind kind;

    KeyConflictException(Kind kind, String key) {
        super(
                switch (kind) {
                    case IN_USE -> "The request with the key %s is still running".formatted(key);
                    case REUSED -> "The key %s was used for another request".formatted(key);
                });
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
