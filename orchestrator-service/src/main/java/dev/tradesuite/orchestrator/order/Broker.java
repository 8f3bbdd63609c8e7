package dev.tradesuite.orchestrator.order;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import java.time.Duration;
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
     * Whether its own book is in the database of the orders: an order is then submitted in the transaction that books
     * the answer. For any other broker an order is on disk before it is submitted.
     */
    boolean sharesTransactions();

    /** How long an order is on its way, waited for before it is submitted; zero where that takes care of itself. */
    default Duration latency() {
        return Duration.ZERO;
    }

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
    BrokerReport cancel(Order order, Reason why);
}
