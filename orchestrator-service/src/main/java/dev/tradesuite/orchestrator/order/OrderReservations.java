package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import java.math.BigDecimal;

/** Holds loss and margin for an order that takes the place of another, and gives leave to protect a position. */
public interface OrderReservations {

    /**
     * Asks for a reservation.
     *
     * @param replaced the order it takes the place of, which keeps its own until it has ended
     */
    Outcome reserve(TradeOrder order, TradeOrder replaced);

    /**
     * Asks for leave to protect a position; nothing is held for it, so only trading states have a say.
     *
     * @param origin of the order whose position is protected
     * @param leg stop or target
     * @param price the market's
     */
    Outcome mayProtect(OrderOrigin origin, TradeTerms leg, BigDecimal price);

    /** What became of it. */
    sealed interface Outcome {

        record Reserved() implements Outcome {}

        /** Risk denies the order. */
        record Denied(Reason why) implements Outcome {}

        /** It is not known; a reservation that was made all the same is freed when the order has ended. */
        record Unanswered(Reason why) implements Outcome {}
    }
}
