package dev.tradesuite.ledger.prediction;

/** A request that the state of a portfolio does not allow. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    public RefusedException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Why. */
    public enum Kind {
        /** There is no such portfolio. */
        UNKNOWN_PORTFOLIO,
        /** It is archived, so its cycles do not run. */
        NOT_ACTIVE,
        /** It is archived, and that is final. */
        ARCHIVED,
        /** It is to end, and holds something still. */
        HOLDS_POSITIONS,
        /** Another portfolio has the name. */
        NAME_TAKEN,
        /** It is to be deleted, and has traded. */
        HAS_TRADED,
        /** It is to be deleted while an order of it waits for risk-service. */
        ORDER_WAITS,
        /** The number of the run is nobody's. */
        FENCE_UNKNOWN,
        /** A newer run has taken over. */
        SUPERSEDED,
        /** The cycle has not begun, or not with this run. */
        CYCLE_NOT_BEGUN,
        /** The cycle has been completed. */
        CYCLE_COMPLETED
    }

    public Kind kind() {
        return kind;
    }
}
