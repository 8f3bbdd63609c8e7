package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.orchestrator.order.TradeOrder;

/** Tells of decisions, each once. Every method joins the transaction that stores the document. */
public interface DecisionEvents {

    /** A decision was made. */
    void made(TradeDecision decision);

    /**
     * A decision that was interrupted is made by what became of its order.
     *
     * @param document as it is stored now
     */
    void recovered(DecisionDocument document, TradeOrder order);
}
