package dev.tradesuite.contracts.risk;

/** Life of a reservation. */
public enum ReservationStatus {
    /** Checks failed; nothing is held. */
    DENIED,
    /** Held for an order that is on its way. */
    RESERVED,
    /** The order was filled; held until the books show the position. */
    CONFIRMED,
    /** The books show the position; the account's own figures carry it. */
    IN_BOOKS,
    /** Given back; the order came to nothing. */
    RELEASED
}
