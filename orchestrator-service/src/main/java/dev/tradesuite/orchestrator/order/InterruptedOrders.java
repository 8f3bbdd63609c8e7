package dev.tradesuite.orchestrator.order;

/** Completes what a request left open that was interrupted while its order was on its way. */
public interface InterruptedOrders {

    /**
     * It is known what became of an order. Called in the transaction that books it, at least once.
     *
     * @param order as its broker has it by now
     */
    void settled(TradeOrder order);
}
