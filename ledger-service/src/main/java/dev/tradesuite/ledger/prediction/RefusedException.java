package dev.tradesuite.ledger.prediction;

/** A request that the state of a portfolio does not allow. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    RefusedException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Why. */
    public enum Kind {
        /** There is no such portfolio. */
        UNKNOWN_PORTFOLIO,
        /** Its cycles do not run. */
        NOT_ACTIVE,
        /** It is archived, and that is final. */
        ARCHIVED,
        /** It is to end, and holds something still. */
        HOLDS_POSITIONS,
        /** A newer run has taken over. */
        SUPERSEDED,
        /** The cycle has not begun. */
        CYCLE_NOT_BEGUN,
        /** The cycle has been completed. */
        CYCLE_COMPLETED
    }

    public Kind kind() {
        return kind;
    }
}
