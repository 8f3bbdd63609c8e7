package dev.tradesuite.orchestrator.order;

/** An order was to do what its status does not allow: a bug, or a broker that contradicts itself. */
public final class IllegalOrderMoveException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    IllegalOrderMoveException(String message) {
        super(message);
    }
}
