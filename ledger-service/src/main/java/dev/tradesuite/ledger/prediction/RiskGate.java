package dev.tradesuite.ledger.prediction;

import java.util.List;

/** Asks risk-service for room before something is bought. */
public interface RiskGate {

    /**
     * Holds the cost of an order; asking again for the same order is harmless.
     *
     * @param books the portfolio as its books have it now
     */
    Verdict reserve(Portfolio books, PaperOrder order);

    /** What risk-service says. */
    sealed interface Verdict {

        /** The cost is held. */
        record Reserved() implements Verdict {}

        /** A check or a trading state denies the order; nothing is held. */
        record Denied(List<Denial> denials) implements Verdict {

            public Denied {
                denials = List.copyOf(denials);
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
