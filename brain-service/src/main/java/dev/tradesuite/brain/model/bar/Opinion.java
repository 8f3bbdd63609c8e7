package dev.tradesuite.brain.model.bar;

import dev.tradesuite.contracts.brain.OpinionVerdict;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Reason;

/** What a language model thinks of a market, or why it is not heard. */
public sealed interface Opinion {

    /**
     * It was asked and answered in the form that was asked for.
     *
     * @param verdict what it says
     * @param lean side it was asked about: +1 long, -1 short
     * @param sizeFraction share of the others' size, 0 to 1
     * @param confidence how sure it is, 0 to 1
     * @param reasoning why
     * @param model model that answered
     */
    record Given(
            OpinionVerdict verdict, int lean, double sizeFraction, double confidence, String reasoning, String model)
            implements Opinion {}

    /** It is not heard. */
    record Missing(Reason why) implements Opinion {}

    /** It is not heard for this reason. */
    static Opinion missing(SignalReason reason) {
        return new Missing(Reason.of(reason, reason.sentence()));
    }
}
