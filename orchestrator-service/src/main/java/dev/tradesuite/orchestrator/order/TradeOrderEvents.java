package dev.tradesuite.orchestrator.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the world what happened to an order, in the transaction in which it happened, and which orders protect the
 * position in its instrument after that.
 */
public interface TradeOrderEvents {

    /**
     * A part of the order, or all of it, was filled.
     *
     * @param order as it is after the fill
     * @param fill what is new
     * @param complete whether this is the order's last fill
     * @param protection orders that protect the position after that
     */
    void filled(TradeOrder order, OrderFill fill, boolean complete, List<TradeOrder> protection);

    /**
     * The order ended without a full fill.
     *
     * @param protection orders that protect the position after that; absent: as before
     */
    void closed(TradeOrder order, @Nullable List<TradeOrder> protection);

    /** Orders protect a position otherwise than before, without a fill or an end that would say so. */
    void protection(String accountId, String symbol, List<TradeOrder> protection, Instant at);
}
