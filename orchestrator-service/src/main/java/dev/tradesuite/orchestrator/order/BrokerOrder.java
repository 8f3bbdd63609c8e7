package dev.tradesuite.orchestrator.order;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as its broker sees it.
 *
 * @param clientOrderId our key
 * @param parentClientOrderId order whose bracket it is a leg of; absent for an order we sent
 * @param terms what is wanted
 * @param standing where it stands there
 * @param executions everything filled so far, oldest first
 * @param cause why it ended without a full fill; absent otherwise
 * @param acceptedAt when the broker took it; absent when it never did
 * @param changedAt when it changed there last
 */
public record BrokerOrder(
        String clientOrderId,
        @Nullable String parentClientOrderId,
        OrderTerms terms,
        Standing standing,
        List<Execution> executions,
        @Nullable Reason cause,
        @Nullable Instant acceptedAt,
        Instant changedAt) {

    public BrokerOrder {
        executions = List.copyOf(executions);
    }

    /** States of an order at a broker. */
    public enum Standing {
        WORKING,
        FILLED,
        REJECTED,
        CANCELLED,
        EXPIRED
    }

    /**
     * A fill at the broker.
     *
     * @param id unique; adapters of brokers with ids of another form derive one
     * @param lots filled
     * @param price in the quote currency
     * @param commission in the account currency
     * @param at when
     */
    public record Execution(UUID id, Lots lots, BigDecimal price, BigDecimal commission, Instant at) {}
}
