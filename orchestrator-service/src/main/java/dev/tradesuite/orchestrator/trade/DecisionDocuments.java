package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.orchestrator.Decision;
import dev.tradesuite.orchestrator.order.TradeOrder;

/** Writes decisions as documents. */
public interface DecisionDocuments {

    /** The document of a decision: what is stored and what is answered. */
    String written(TradeDecision decision);

    /**
     * The document of an execution that was interrupted, completed with what became of its order.
     *
     * @param draft the document as it was written when the order was opened
     */
    Completed completed(String draft, TradeOrder order);

    /**
     * An interrupted decision by now.
     *
     * @param decision what it is
     * @param text the document
     */
    record Completed(Decision decision, String text) {}
}
