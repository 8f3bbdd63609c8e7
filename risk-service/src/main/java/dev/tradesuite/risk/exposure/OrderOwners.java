package dev.tradesuite.risk.exposure;

import java.math.BigDecimal;

/** Asks whose order a reservation is for what became of it. */
@FunctionalInterface
public interface OrderOwners {

    /** What the owner of the order says now. */
    Answer ask(ReservedOrder order);

    /** What the owner says. */
    sealed interface Answer {

        /** The order is on its way. */
        record Open() implements Answer {}

        /** The order was filled in full. */
        record Filled(BigDecimal filled) implements Answer {}

        /** The order ended with this much filled, and why. */
        record Ended(BigDecimal filled, String reason) implements Answer {}

        /** The owner has no such order. */
        record NoSuchOrder() implements Answer {}

        /** The owner does not answer. */
        record Unavailable(String message) implements Answer {}
    }
}
