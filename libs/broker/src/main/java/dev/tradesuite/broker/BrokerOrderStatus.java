package dev.tradesuite.broker;

/** Where an order stands at its broker. */
public enum BrokerOrderStatus {
    WORKING,
    /** The venue was asked to cancel it and has not said yet what became of it. */
    CANCEL_PENDING,
    FILLED,
    REJECTED,
    CANCELLED,
    EXPIRED;

    /** Whether the venue may still fill it. */
    public boolean isOpen() {
        return this == WORKING || this == CANCEL_PENDING;
    }
}
