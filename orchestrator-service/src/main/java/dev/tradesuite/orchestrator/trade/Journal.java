package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.orchestrator.order.Order;

/** Keeps what becomes of one request. Every method runs in the transaction it belongs to. */
public interface Journal {

    /**
     * An order was opened for the request; from here on it may be interrupted at any moment and has to be found again.
     *
     * @param draft the decision so far
     */
    void opened(TradeDecision draft, Order order);

    /** The decision is made, and the order, if there is one, is where the decision says. */
    void decided(TradeDecision decision);
}
