package dev.tradesuite.orchestrator.order;

import dev.tradesuite.contracts.market.RunLabel;
import java.util.Optional;

/**
 * Where orders are filled.
 *
 * <p>The client order id is the idempotency key: a broker takes an id once and answers a repeat with the order that
 * stands. Every method may throw {@link BrokerUnavailableException}; what became of the call is then unknown.
 */
public interface Broker {

    /** Name in orders and documents, such as {@code paper}. */
    String name();

    /** What its fills are: PAPER or LIVE. */
    RunLabel label();

    /**
     * Whether an order must be on disk before it is submitted.
     *
     * <p>False only for a broker whose own book is in the database of the orders: what that forgets in a power failure,
     * the broker forgets with it.
     */
    boolean needsDurableOrder();

    /** Sends an order; the report begins with it and may tell of others that changed with it. */
    BrokerReport submit(Order order);

    /** What the broker knows of an order and of the legs of its bracket; empty when it never saw it. */
    Optional<BrokerReport> lookup(String clientOrderId);

    /**
     * Takes back what is unfilled of an order. An order the broker has not seen is noted as cancelled, so that it is
     * not accepted when it arrives late.
     *
     * @param why what the order is to say as the cause of its end
     */
    BrokerReport cancel(Order order, Cause why);
}
