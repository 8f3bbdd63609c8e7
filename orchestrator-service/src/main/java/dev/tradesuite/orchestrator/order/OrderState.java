package dev.tradesuite.orchestrator.order;

import java.util.Set;

/** Where an order stands. An order moves along {@link #next()} only; the last states have none. */
public enum OrderState {
    /** In the book; nothing is reserved yet. */
    NEW,
    /** Risk holds its loss and margin. */
    RESERVED,
    /** The broker has it, or may have it. */
    SUBMITTED,
    /** The broker filled a part; the rest is still wanted. */
    PARTIALLY_FILLED,
    /** Filled in full. */
    FILLED,
    /** Refused by our own checks. */
    DENIED,
    /** Refused by the broker. */
    REJECTED,
    /** Taken back, or overtaken by events. */
    CANCELLED,
    /** Its time was over before it was filled in full. */
    EXPIRED;

    /** States that may follow this one. */
    public Set<OrderState> next() {
        return switch (this) {
            // A protective order goes straight to SUBMITTED: the reservation of the order it protects covers it.
            case NEW -> Set.of(RESERVED, SUBMITTED, DENIED, CANCELLED);
            case RESERVED -> Set.of(SUBMITTED, CANCELLED);
            case SUBMITTED -> Set.of(PARTIALLY_FILLED, FILLED, REJECTED, CANCELLED, EXPIRED);
            case PARTIALLY_FILLED -> Set.of(FILLED, CANCELLED, EXPIRED);
            case FILLED, DENIED, REJECTED, CANCELLED, EXPIRED -> Set.of();
        };
    }

    /** Whether nothing more will happen to the order. */
    public boolean isFinal() {
        return next().isEmpty();
    }
}
