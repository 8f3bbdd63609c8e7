package dev.tradesuite.orchestrator.order;

import dev.tradesuite.contracts.orchestrator.TradeReason;

/**
 * Why something is as it is, for a person and for a program.
 *
 * @param code stable name; of the trade flow it is a {@link TradeReason}, other services have their own
 * @param message the reason in a sentence, with the figures of this case
 */
public record Cause(String code, String message) {

    /** The reason in the words of its constant. */
    public static Cause of(TradeReason reason) {
        return new Cause(reason.name(), reason.sentence());
    }

    /** The reason with the figures of this case. */
    public static Cause of(TradeReason reason, String message) {
        return new Cause(reason.name(), message);
    }
}
