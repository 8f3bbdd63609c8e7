package dev.tradesuite.broker;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.HeldLots;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where orders are filled.
 *
 * <p>The client order id is the idempotency key: a broker takes an id once and answers a repeat with the order that
 * stands. A report tells what the venue knows, never what was hoped for. Every method may throw
 * {@link BrokerUnavailableException}; what became of the call is then unknown. Safe for many threads.
 */
public interface Broker {

    /** Name in settings, orders and documents, such as {@code paper}. */
    String name();

    /** What its fills are: PAPER or LIVE. */
    RunLabel label();

    /** What it can do. */
    BrokerCapabilities capabilities();

    /** What it takes of a trade, as far as that is known beforehand. */
    default BrokerCosts costs() {
        return BrokerCosts.NONE;
    }

    /** How long an order is on its way, waited for before it is submitted; zero where that takes care of itself. */
    default Duration latency() {
        return Duration.ZERO;
    }

    /** Sends an order; the report begins with it and may tell of others that changed with it. */
    BrokerReport submit(BrokerRequest request);

    /**
     * Asks to take back what is unfilled of an order; the report says where it stands, which may be
     * {@link BrokerOrderStatus#CANCEL_PENDING}, or filled. A broker that {@link BrokerCapabilities#cancelsBeforeArrival
     * cancels before arrival} notes an order it has not seen as cancelled and refuses it when it comes; any other
     * leaves it out of its report.
     *
     * @param why what the order is to say as the cause of its end
     */
    BrokerReport cancel(BrokerRequest request, Reason why);

    /**
     * Puts an order in the place of one that works: the old one ends as cancelled and the new one stands, or the old
     * one stands as it is and the new one is rejected. Nothing of both is ever filled at once: where the old order was
     * filled further than the caller knew, the new one is rejected.
     *
     * @param old the order to replace
     * @param filledSoFar lots of it that the caller knows to be filled
     * @param why what the old order is to say as the cause of its end
     */
    BrokerReport replace(BrokerRequest old, BigDecimal filledSoFar, BrokerRequest replacement, Reason why);

    /**
     * Protects a position with orders that cancel one another, in the place of whatever protected it until now.
     *
     * <p>A broker that {@link BrokerCapabilities#keepsHoldings keeps holdings} takes legs for each holder in the
     * direction of the position; those of one holder cancel one another, and what protects the holders on the other
     * side stays.
     *
     * @param accountId account
     * @param symbol instrument of the position
     * @param legs stop, target, both, or none to leave it unprotected; all of one side, for the whole position
     * @param why what the orders that go are to say as the cause of their end
     */
    BrokerReport protect(String accountId, String symbol, List<BrokerRequest> legs, Reason why);

    /**
     * Where those of the orders stand that the broker knows, and the legs of their brackets. One call, however many.
     */
    BrokerReport lookup(String accountId, Collection<String> clientOrderIds);

    /** Lots the account holds in an instrument at this broker, negative when short. */
    BigDecimal position(String accountId, String symbol);

    /**
     * Who holds how much of that position at a broker that {@link BrokerCapabilities#keepsHoldings keeps holdings};
     * empty at any other.
     */
    default Optional<HeldLots> holdings(String accountId, String symbol) {
        return Optional.empty();
    }

    /**
     * Tells of fills and other changes as they happen, where the broker {@link BrokerCapabilities#streamsFills streams}
     * them. Called once, before the first order.
     */
    default void listen(Consumer<BrokerReport> listener) {
        // What does not stream is asked.
    }
}
