package dev.tradesuite.ledger.prediction;

import dev.tradesuite.contracts.market.Reason;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks risk-service for leave before something is sold, and for room before something is bought. */
public interface RiskGate {

    /**
     * Holds the costs of orders that buy, one after the other, and asks for leave for those that sell what is held;
     * asking again for the same orders is harmless.
     *
     * @param portfolio as its books have it now
     * @return a verdict for each of the orders, by its id
     */
    Map<UUID, Verdict> reserve(ManagedPortfolio portfolio, List<OutcomeOrder> orders);

    /** What risk-service says. */
    sealed interface Verdict {

        /** The cost is held. */
        record Reserved() implements Verdict {}

        /** A check or a trading state denies the order; nothing is held. */
        record Denied(List<Reason> reasons) implements Verdict {

            public Denied {
                reasons = List.copyOf(reasons);
            }
        }

        /**
         * No answer, or none that can be relied on: something may be held.
         *
         * @param message why
         */
        record Unsure(String message) implements Verdict {}
    }
}
