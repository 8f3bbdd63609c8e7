package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.orchestrator.order.TradeOrder;

/** Keeps what becomes of one request. */
public interface DecisionJournal {

    /**
     * An order was opened for the request; from here on it may be interrupted at any moment and has to be found again.
     * Runs in the transaction that opens the order.
     *
     * @param draft the decision so far
     */
    void opened(TradeDecision draft, TradeOrder order);

    /**
     * The decision is made, and the order that was opened for it is where the decision says. Runs in the transaction
     * that brought the order there.
     */
    void decided(TradeDecision decision);

    /**
     * The decision is made and waits for an approval; no order is opened before that. Runs outside of a transaction.
     */
    void waiting(TradeDecision decision);

    /** The decision is made and no order was opened for it. Runs outside of a transaction. */
    void concluded(TradeDecision decision);
}
