package dev.tradesuite.orchestrator.order;

/** Somebody else has moved an order since it was read. */
public final class OrderMovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OrderMovedException(String message) {
        super(message);
    }
}
