package dev.tradesuite.broker;

import dev.tradesuite.contracts.market.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its broker sees it.
 *
 * @param clientOrderId our key
 * @param parentClientOrderId order whose bracket it is a leg of; absent for an order we sent
 * @param terms what is wanted; the trigger of a trailing stop is where it has followed to, and the lots of an order
 *     that only reduces follow the position
 * @param status where it stands there
 * @param executions everything filled so far, oldest first
 * @param cause why it ended without a full fill; absent otherwise
 * @param acceptedAt when the broker took it; absent when it never did
 * @param changedAt when it changed there last
 */
public record BrokerOrder(
        String clientOrderId,
        @Nullable String parentClientOrderId,
        TradeTerms terms,
        BrokerOrderStatus status,
        List<BrokerExecution> executions,
        @Nullable Reason cause,
        @Nullable Instant acceptedAt,
        Instant changedAt) {

    public BrokerOrder {
        executions = List.copyOf(executions);
    }
}
