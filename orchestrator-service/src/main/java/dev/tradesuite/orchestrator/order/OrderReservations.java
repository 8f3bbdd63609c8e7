package dev.tradesuite.orchestrator.order;

import dev.tradesuite.contracts.market.Reason;

/** Holds loss and margin for an order that takes the place of another. */
public interface OrderReservations {

    /** Asks for a reservation; the one of the order to be replaced is still there. */
    Outcome reserve(TradeOrder order);

    /** What became of it. */
    sealed interface Outcome {

        record Reserved() implements Outcome {}

        /** Risk denies the order. */
        record Denied(Reason why) implements Outcome {}

        /** It is not known; a reservation that was made all the same is freed when the order has ended. */
        record Unanswered(Reason why) implements Outcome {}
    }
}
