package dev.tradesuite.orchestrator.stop;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.orchestrator.order.TradeOrder;
import java.util.Optional;
import java.util.function.Consumer;

/** Closes whole positions at the market, whoever holds them. */
interface PositionFlattening {

    /**
     * Closes one.
     *
     * @param opened told of the order in the transaction that opens it
     * @return why there is no order; empty when there is one
     */
    Optional<Reason> close(String accountId, String symbol, Consumer<TradeOrder> opened);
}
