package dev.tradesuite.orchestrator.order;

/** Tells the world what happened to an order, in the transaction in which it happened. */
public interface TradeOrderEvents {

    /**
     * A part of the order, or all of it, was filled.
     *
     * @param order as it is after the fill
     * @param fill what is new
     * @param complete whether this is the order's last fill
     */
    void filled(TradeOrder order, OrderFill fill, boolean complete);

    /** The order ended without a full fill. */
    void closed(TradeOrder order);
}
